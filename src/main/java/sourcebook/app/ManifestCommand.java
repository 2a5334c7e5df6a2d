package sourcebook.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.slack.Manifest;

/** {@code manifest slack}: what Slack needs to know to make the app. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        description = "Prints the app manifest to paste into Slack's 'Create New App, From a manifest'.")
final class ManifestCommand implements Callable<Integer> {
    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PLATFORM", description = "slack")
    private String platform = "";

    @Option(
            names = "--url",
            required = true,
            description = "Public https address of this service, such as https://quotes.example.org.")
    private String url = "";

    ManifestCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        if (!platform.equals("slack")) {
            throw usage("There is a manifest for slack only, got " + platform + ".");
        }
        if (!url.matches("https://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw usage("Slack needs a public https address such as https://quotes.example.org, got " + url + ".");
        }
        cli.terminal().out().print(Manifest.yaml(url.replaceFirst("/+$", "")));
        return Cli.DONE;
    }

    private RuntimeException usage(String message) {
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }
}
