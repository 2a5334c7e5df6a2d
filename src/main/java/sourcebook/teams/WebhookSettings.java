package sourcebook.teams;

import sourcebook.teams.trust.WebhookSignature;

/**
 * What an outgoing webhook needs to know. The secret does not show in {@link #toString}.
 *
 * @param secret the security token that Teams shows once, in base 64
 */
public record WebhookSettings(String secret) {
    public WebhookSettings {
        new WebhookSignature(secret);
    }

    @Override
    public String toString() {
        return "WebhookSettings[secret=***]";
    }
}
