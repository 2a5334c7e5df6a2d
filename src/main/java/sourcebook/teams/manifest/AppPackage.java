package sourcebook.teams.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The package that Teams' "Upload a custom app" takes. The same address and app give the same bytes.
 *
 * @see <a href="https://learn.microsoft.com/microsoft-365/extensibility/schema/">the manifest's schema</a>
 */
public final class AppPackage {
    /** Old enough for every tenant, and new enough for all that we use. */
    static final String VERSION = "1.22";

    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final List<String> EVERYWHERE = List.of("personal", "team", "groupChat");
    private static final ObjectMapper JSON = new ObjectMapper();

    private AppPackage() {}

    /**
     * The package as a zip file.
     *
     * @param url the public https address of this service without a slash at its end
     * @param appId the app registration's Application (client) ID
     */
    public static byte[] zip(String url, String appId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "manifest.json", manifest(url, appId).getBytes(StandardCharsets.UTF_8));
            put(zip, "color.png", Icons.colour());
            put(zip, "outline.png", Icons.outline());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static String manifest(String url, String appId) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put(
                "$schema",
                "https://developer.microsoft.com/json-schemas/teams/v" + VERSION + "/MicrosoftTeams.schema.json");
        manifest.put("manifestVersion", VERSION).put("version", "0.1.0").put("id", appId);
        about(manifest, url);
        bot(manifest.putArray("bots").addObject(), appId);
        search(manifest.putArray("composeExtensions").addObject(), appId);
        manifest.putArray("permissions").add("identity").add("messageTeamMembers");
        manifest.putArray("validDomains").add(URI.create(url).getAuthority());
        return manifest.toPrettyString() + "\n";
    }

    private static void about(ObjectNode manifest, String url) {
        manifest.putObject("developer")
                .put("name", "Sourcebook")
                .put("websiteUrl", url + "/")
                .put("privacyUrl", url + "/")
                .put("termsOfUseUrl", url + "/");
        manifest.putObject("name")
                .put("short", "Sourcebook")
                .put("full", "Sourcebook: outsourcing in the exact words of the sources");
        manifest.putObject("description")
                .put("short", "Answers outsourcing questions with the exact words of their sources")
                .put(
                        "full",
                        "Ask about outsourcing in a chat, a group or a channel. The answer is the exact words of the"
                                + " sources, with who said it, where and when. If no source answers, it says so."
                                + " Quotes can be searched for and posted from the compose box.");
        manifest.putObject("icons").put("color", "color.png").put("outline", "outline.png");
        manifest.put("accentColor", "#1D3557");
    }

    private static void bot(ObjectNode bot, String appId) {
        bot.put("botId", appId).put("supportsFiles", false).put("isNotificationOnly", false);
        EVERYWHERE.forEach(bot.putArray("scopes")::add);
        ObjectNode list = bot.putArray("commandLists").addObject();
        EVERYWHERE.forEach(list.putArray("scopes")::add);
        ArrayNode commands = list.putArray("commands");
        command(commands, "help", "How to ask, and what else there is");
        command(commands, "said", "Who said what: said NAME about TOPIC");
        command(commands, "contracts", "Contracts of a party: contracts NAME");
        command(commands, "expiring", "Contracts that end soon: expiring 6 months");
        command(commands, "verify", "Whether a source says so: verify “WORDS”");
        command(commands, "source", "The sources of the last answer, or the articles");
        command(commands, "admin", "For admins: reindex, status, rollback, problems, what a channel may see");
    }

    private static void command(ArrayNode commands, String title, String description) {
        commands.addObject().put("title", title).put("description", description);
    }

    private static void search(ObjectNode extension, String appId) {
        extension.put("botId", appId);
        ObjectNode command = extension.putArray("commands").addObject();
        command.put("id", "quotes")
                .put("type", "query")
                .put("title", "Find quotes")
                .put("description", "Finds quotes that answer a question, to be posted here")
                .put("initialRun", false);
        command.putArray("context").add("compose").add("commandBox");
        command.putArray("parameters")
                .addObject()
                .put("name", "question")
                .put("title", "Question")
                .put("description", "What you would like to know about outsourcing")
                .put("inputType", "text");
    }
}
