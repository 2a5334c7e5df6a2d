package sourcebook.teams.trust;

/** A request is not believed; the message says why, and never repeats a token or a secret. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    Refused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
