package sourcebook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.app.settings.Settings;
import sourcebook.slack.Manifest;
import sourcebook.teams.manifest.AppPackage;

/** {@code manifest slack} and {@code manifest teams}: what a platform needs to know to make the app. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        description =
                "Prints the app manifest to paste into Slack's 'Create New App, From a manifest', or writes the app"
                        + " package to upload to Teams.")
final class ManifestCommand implements Callable<Integer> {
    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PLATFORM", description = "slack or teams")
    private String platform = "";

    @Option(names = "--url", description = "Public https address of this service, such as https://quotes.example.org.")
    private String url = "";

    @Option(names = "--app-id", description = "For teams: the app registration's Application (client) ID.")
    private String appId = "";

    @Option(
            names = "--out",
            paramLabel = "FILE.zip",
            description = "For teams: the app package to write; sourcebook-teams.zip if not given.")
    private Path out = Path.of("sourcebook-teams.zip");

    @Option(
            names = "--socket",
            description =
                    "For Socket Mode, where Slack needs no address of this service; --url is then for links only.")
    private boolean socket;

    @Option(
            names = "--oauth",
            description =
                    "For slack: many workspaces install the app at --url; their tokens are renewed by themselves.")
    private boolean oauth;

    ManifestCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws IOException {
        if (!platform.equals("slack") && !platform.equals("teams")) {
            throw usage("There are manifests for slack and teams, got " + platform + ".");
        }
        if (platform.equals("slack") && socket && !oauth && url.isEmpty()) {
            cli.terminal().out().print(Manifest.yaml(new Manifest.Mode("", true, false)));
            return Cli.DONE;
        }
        if (!url.matches("https://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw usage((platform.equals("slack") ? "Slack" : "Teams")
                    + " needs a public https address such as https://quotes.example.org, got "
                    + (url.isEmpty() ? "none: give --url" : url) + ".");
        }
        String address = url.replaceFirst("/+$", "");
        if (platform.equals("teams")) {
            teams(address);
        } else {
            cli.terminal().out().print(Manifest.yaml(new Manifest.Mode(address, socket, oauth)));
        }
        return Cli.DONE;
    }

    private void teams(String address) throws IOException {
        if (!Settings.TeamsReader.ID.matcher(appId).matches()) {
            throw usage("Teams needs --app-id, the app registration's Application (client) ID in lower case, got "
                    + (appId.isEmpty() ? "none" : appId) + ".");
        }
        Files.write(out, AppPackage.zip(address, appId));
        cli.terminal().out().println("Wrote " + out + ". In Teams choose Apps, Manage your apps, Upload an app.");
    }

    private RuntimeException usage(String message) {
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }
}
