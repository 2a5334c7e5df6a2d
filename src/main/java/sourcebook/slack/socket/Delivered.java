package sourcebook.slack.socket;

/** A delivery as it would be posted over HTTP. */
public record Delivered(String body, String type) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
}
