package sourcebook.journal;

/**
 * Somebody on a platform; the same user id in another team is somebody else.
 *
 * @param platform such as {@code slack}
 */
public record Person(String platform, String team, String user) {
    public Person {
        if (platform.isEmpty() || team.contains(":") || user.isEmpty()) {
            throw new IllegalArgumentException(
                    "a person has a platform, a team without a colon and a user, got " + platform + " " + team);
        }
    }

    /** Unique among all platforms and teams. */
    public String id() {
        return platform + ":" + team + ":" + user;
    }
}
