package sourcebook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import sourcebook.teams.trust.FakeMicrosoft;

/** What people do in Teams, as the Bot Connector posts it to us. */
final class TeamsPeople implements AutoCloseable {
    static final String BOT = "28:" + FakeMicrosoft.APP;
    static final String USER = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger IDS = new AtomicInteger();

    private final FakeMicrosoft microsoft;
    private final URI endpoint;
    private final String serviceUrl;
    private final HttpClient http = HttpClient.newHttpClient();

    TeamsPeople(FakeMicrosoft microsoft, URI endpoint, String serviceUrl) {
        this.microsoft = microsoft;
        this.endpoint = endpoint;
        this.serviceUrl = serviceUrl;
    }

    /** An activity in a personal conversation of that id. */
    ObjectNode personal(String type, String conversation) {
        ObjectNode activity = JSON.createObjectNode();
        activity.put("type", type)
                .put("id", "a-" + IDS.incrementAndGet())
                .put("timestamp", "2026-11-25T10:00:00Z")
                .put("channelId", "msteams")
                .put("serviceUrl", serviceUrl);
        activity.putObject("from").put("id", "29:user").put("name", "Alex").put("aadObjectId", USER);
        activity.putObject("recipient").put("id", BOT).put("name", "Sourcebook");
        activity.putObject("conversation")
                .put("id", conversation)
                .put("conversationType", "personal")
                .put("tenantId", FakeMicrosoft.TENANT);
        activity.putObject("channelData").putObject("tenant").put("id", FakeMicrosoft.TENANT);
        return activity;
    }

    /** The same from somebody else: a tenant, and an AAD object id in it. */
    static ObjectNode by(String tenant, String objectId, ObjectNode activity) {
        ((ObjectNode) activity.path("from")).put("aadObjectId", objectId).put("name", "Somebody Else");
        ((ObjectNode) activity.path("conversation")).put("tenantId", tenant);
        ((ObjectNode) activity.at("/channelData/tenant")).put("id", tenant);
        return activity;
    }

    /** A button that was pressed, with what it carries. */
    ObjectNode pressed(JsonNode data) {
        ObjectNode invoke = invoke("adaptiveCard/action").put("replyToId", "m-1");
        invoke.putObject("value")
                .putObject("action")
                .put("type", "Action.Execute")
                .set("data", data);
        return invoke;
    }

    ObjectNode said(String words) {
        return personal("message", "a:personal").put("text", words).put("textFormat", "plain");
    }

    /** Said in a channel's thread, with our name in it as Teams writes it. */
    ObjectNode mentioned(String words) {
        ObjectNode activity = personal("message", "19:general@thread.tacv2;messageid=1700000000000")
                .put("text", "<at>Source book</at> " + words);
        ((ObjectNode) activity.path("conversation"))
                .put("conversationType", "channel")
                .put("isGroup", true);
        activity.putArray("entities")
                .addObject()
                .put("type", "mention")
                .put("text", "<at>Source book</at>")
                .putObject("mentioned")
                .put("id", BOT)
                .put("name", "Source book");
        return activity;
    }

    ObjectNode invoke(String name) {
        return personal("invoke", "a:personal").put("name", name);
    }

    ObjectNode installed(boolean added) {
        return personal("installationUpdate", "a:personal").put("action", added ? "add" : "remove");
    }

    ObjectNode membersAdded(String member) {
        ObjectNode activity = personal("conversationUpdate", "a:personal");
        activity.putArray("membersAdded").addObject().put("id", member);
        return activity;
    }

    HttpResponse<String> send(ObjectNode activity) throws IOException, InterruptedException {
        return send(activity.toString(), microsoft.header(serviceUrl));
    }

    HttpResponse<String> send(String body, @Nullable String authorization) throws IOException, InterruptedException {
        return send(body, authorization, "application/json; charset=utf-8", "/api/messages");
    }

    HttpResponse<String> send(String body, @Nullable String authorization, String type, String path)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What a team's outgoing webhook posts, signed with its key. */
    HttpResponse<String> webhook(String body, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return send(body, "HMAC " + signature, "application/json", "/api/webhook");
    }

    @Override
    public void close() {
        http.close();
    }
}
