package sourcebook.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workspaces that installed the app, with their tokens, encrypted. Safe for many threads. */
public final class Installations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Space space;
    private final Vault vault;

    Installations(Space space, Vault vault) {
        this.space = space;
        this.vault = vault;
    }

    /** Keeps an installation, in place of an earlier one of that team. */
    public void save(Installation installation) throws IOException {
        space.put(installation.team(), vault.seal(installation.team(), written(installation)));
    }

    /**
     * The installation of a team.
     *
     * @throws IOException if it cannot be read, such as with another secret than it was stored with
     */
    public Optional<Installation> find(String team) throws IOException {
        Optional<byte[]> sealed = space.find(team);
        return sealed.isEmpty() ? Optional.empty() : Optional.of(read(team, vault.open(team, sealed.get())));
    }

    /**
     * Keeps an installation with new tokens, unless it was deleted meanwhile.
     *
     * @return whether it is kept
     */
    public boolean replace(Installation installation) throws IOException {
        return space.replace(installation.team(), vault.seal(installation.team(), written(installation)));
    }

    /** When a team's installation, or its latest token, was kept. */
    public Optional<Instant> since(String team) throws IOException {
        return space.since(team);
    }

    /** Ids of all teams, sorted. */
    public List<String> teams() throws IOException {
        return space.ids();
    }

    /** Forgets an installation; nothing of its tokens stays in the file. */
    public void delete(String team) throws IOException {
        space.delete(team);
    }

    private static String written(Installation installation) {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", installation.teamName());
        json.put("user", installation.botUser());
        json.put("token", installation.botToken());
        json.put("refresh", installation.refreshToken());
        json.put(
                "expires",
                installation.expires() == null ? null : installation.expires().toString());
        return json.toString();
    }

    private static Installation read(String team, String written) throws IOException {
        JsonNode json = JSON.readTree(written);
        String expires = orNull(json, "expires");
        return new Installation(
                team,
                json.path("name").asText(),
                json.path("user").asText(),
                json.path("token").asText(),
                orNull(json, "refresh"),
                expires == null ? null : Instant.parse(expires));
    }

    private static @Nullable String orNull(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).asText() : null;
    }
}
