package sourcebook.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what Slack sends, signed as Slack signs it. */
public final class SlackClient implements AutoCloseable {
    public static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger TRIGGER = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String responseUrl;

    public SlackClient(URI endpoint, String responseUrl) {
        this.endpoint = endpoint;
        this.responseUrl = responseUrl;
    }

    /** An address of its own for each request, as with Slack. */
    private String nextResponseUrl() {
        return responseUrl + "/" + TRIGGER.incrementAndGet();
    }

    /** The body of a slash command; no two are the same, as with Slack. */
    public String form(String command, String text) {
        return Map.of(
                        "command",
                        command,
                        "text",
                        text,
                        "response_url",
                        nextResponseUrl(),
                        "team_id",
                        "T1",
                        "channel_id",
                        "C1",
                        "user_id",
                        "U1",
                        "user_name",
                        "ada",
                        "trigger_id",
                        "t" + TRIGGER.incrementAndGet())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The answer to {@code /outsourcing}, at once. */
    public JsonNode command(String text) throws IOException, InterruptedException {
        return JSON.readTree(send(form("/outsourcing", text), FORM).body());
    }

    /** The answer to {@code /outsourcing-admin} by somebody. */
    public JsonNode administer(String team, String user, String text) throws IOException, InterruptedException {
        String form = form("/outsourcing-admin", text)
                .replace("team_id=T1", "team_id=" + team)
                .replace("user_id=U1", "user_id=" + user);
        return JSON.readTree(send(form, FORM).body());
    }

    /** An event, with an id of its own unless it is given one. */
    public HttpResponse<String> event(ObjectNode event) throws IOException, InterruptedException {
        return event(event, "Ev" + TRIGGER.incrementAndGet());
    }

    public HttpResponse<String> event(ObjectNode event, String id) throws IOException, InterruptedException {
        return send(eventBody(event, id), "application/json");
    }

    public static String eventBody(ObjectNode event, String id) {
        ObjectNode payload = JSON.createObjectNode().put("type", "event_callback");
        payload.put("team_id", "T1").put("api_app_id", "A1").put("event_id", id);
        payload.putArray("authorizations").addObject().put("team_id", "T1").put("user_id", "UBOT");
        payload.set("event", event);
        return payload.toString();
    }

    /** A message event: in a thread unless that is empty. */
    public static ObjectNode message(String type, String channel, String thread, String text) {
        ObjectNode event = JSON.createObjectNode().put("type", type).put("user", "U1");
        event.put("channel", channel).put("text", text);
        event.put("ts", "1700000001." + TRIGGER.incrementAndGet()).put("event_ts", "1");
        if (!thread.isEmpty()) {
            event.put("thread_ts", thread);
        }
        return event;
    }

    /** The message shortcut on a message of that text. */
    public HttpResponse<String> shortcut(String text) throws IOException, InterruptedException {
        ObjectNode payload = interaction("message_action").put("callback_id", "find_source");
        payload.putObject("message").put("type", "message").put("text", text).put("ts", "1");
        return send("payload=" + encoded(payload.toString()), FORM);
    }

    /** The modal that asks for a reason is sent, with what was chosen. */
    public HttpResponse<String> reason(String metadata, String chosen) throws IOException, InterruptedException {
        ObjectNode payload = interaction("view_submission");
        ObjectNode view = payload.putObject("view")
                .put("id", "V" + TRIGGER.incrementAndGet())
                .put("type", "modal");
        view.put("callback_id", "reason").put("private_metadata", metadata);
        ObjectNode why =
                view.putObject("state").putObject("values").putObject("why").putObject("why");
        why.put("type", "radio_buttons").putObject("selected_option").put("value", chosen);
        return send("payload=" + encoded(payload.toString()), FORM);
    }

    private ObjectNode interaction(String type) {
        ObjectNode payload = JSON.createObjectNode().put("type", type);
        payload.putObject("user").put("id", "U1").put("name", "ada").put("team_id", "T1");
        payload.putObject("team").put("id", "T1").put("domain", "test");
        payload.putObject("channel").put("id", "C1").put("name", "general");
        payload.put("trigger_id", "t" + TRIGGER.incrementAndGet());
        payload.put("response_url", nextResponseUrl());
        return payload;
    }

    /** Presses a button that came in a message. */
    public HttpResponse<String> press(JsonNode button) throws IOException, InterruptedException {
        return press(button.path("action_id").asText(), button.path("value").asText());
    }

    public HttpResponse<String> press(String action, String value) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
        payload.putObject("user").put("id", "U1").put("name", "ada").put("team_id", "T1");
        payload.putObject("team").put("id", "T1").put("domain", "test");
        payload.putObject("channel").put("id", "C1").put("name", "general");
        payload.put("trigger_id", "t" + TRIGGER.incrementAndGet());
        payload.put("response_url", nextResponseUrl());
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("block_id", "b")
                .put("action_id", action)
                .put("value", value);
        return send("payload=" + encoded(payload.toString()), FORM);
    }

    /** Somebody who does something: in that workspace, and of that one. */
    record Somebody(String team, String user, String home) {
        Somebody(String team, String user) {
            this(team, user, team);
        }

        ObjectNode in(ObjectNode payload) {
            ((ObjectNode) payload.path("user")).put("id", user).put("team_id", home);
            ((ObjectNode) payload.path("team")).put("id", team);
            return payload;
        }
    }

    /** Somebody presses a button, in a channel or, where that is empty, on the Home tab. */
    HttpResponse<String> press(Somebody by, String channel, String action, String value)
            throws IOException, InterruptedException {
        return send("payload=" + encoded(pressed(by, channel, action, value).toString()), FORM);
    }

    ObjectNode pressed(Somebody by, String channel, String action, String value) {
        ObjectNode payload = by.in(interaction("block_actions"));
        if (channel.isEmpty()) {
            payload.remove("channel");
            payload.remove("response_url");
        } else {
            ((ObjectNode) payload.path("channel")).put("id", channel);
        }
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("block_id", "b")
                .put("action_id", action)
                .put("value", value);
        return payload;
    }

    /** Somebody sends a modal with what was typed into its one field. */
    HttpResponse<String> submit(Somebody by, String callback, String metadata, String typed)
            throws IOException, InterruptedException {
        ObjectNode payload = by.in(interaction("view_submission"));
        ObjectNode view = payload.putObject("view")
                .put("id", "V" + TRIGGER.incrementAndGet())
                .put("type", "modal");
        view.put("callback_id", callback).put("private_metadata", metadata);
        view.putObject("state")
                .putObject("values")
                .putObject("why")
                .putObject("why")
                .put("type", "plain_text_input")
                .put("value", typed);
        return send("payload=" + encoded(payload.toString()), FORM);
    }

    /** Signs a body now, and sends it. */
    public HttpResponse<String> send(String body, String type) throws IOException, InterruptedException {
        return send(body, type, Instant.now().getEpochSecond());
    }

    /** Signs a body at a time, and sends it. */
    public HttpResponse<String> send(String body, String type, long at) throws IOException, InterruptedException {
        return send(body, type, Long.toString(at), signature(FakeSlack.SECRET, at, body));
    }

    public HttpResponse<String> send(String body, String type, String timestamp, String signature)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", type)
                        .header("X-Slack-Request-Timestamp", timestamp)
                        .header("X-Slack-Signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Slack's signature, version 0. */
    public static String signature(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
