package sourcebook.render.slack;

/** Binds the values of buttons to those who may press them; whoever checks them is the conversation. */
public interface Seals {
    /** Action ids of the buttons; those of questions end in an underscore and a number. */
    String SHARE = "share";

    String THREAD = "thread";
    String MORE = "more";
    String CONTEXT = "context";
    String UP = "up";
    String DOWN = "down";
    String ASK = "ask";
    String FORGET = "forget";

    /** Buttons of admins begin with this. */
    String ADMIN = "admin_";

    String REINDEX = ADMIN + "reindex";
    String CANCEL = ADMIN + "cancel";
    String BACK = ADMIN + "back";
    String DETAILS = ADMIN + "details";
    String FORCE = ADMIN + "force";

    /** A seal adds no more than so many characters to a value. */
    int MAX_SEAL = 64;

    /** The value for a button of that action. */
    String seal(String action, String value);
}
