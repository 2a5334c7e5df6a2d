package sourcebook.dialogue;

/**
 * Who asks. The same user id of another tenant is somebody else.
 *
 * @param platform such as {@code slack}, {@code teams}, {@code web} or {@code cli}
 * @param tenant the workspace or organisation
 * @param user the platform's id of the person, empty where it does not tell
 */
public record Asker(String platform, String tenant, String user) {}
