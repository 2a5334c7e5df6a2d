package sourcebook.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What opens the admin page. It is compared in a time that tells nothing, and never printed. */
public record AdminToken(String value) {
    private static final int SHORTEST = 16;

    public AdminToken {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("an admin token must have " + SHORTEST + " characters or more");
        }
    }

    boolean is(String typed) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
