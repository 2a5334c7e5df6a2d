package sourcebook.bench;

import java.io.IOException;

/** Something that is done once for each question, and measured. */
record Part(String name, Step step, Check check) {

    /** The work; what it returns is checked when the clock has stopped. */
    interface Step {
        Object of(Known question) throws IOException;
    }

    /** Throws where the work's result is wrong. */
    interface Check {
        void of(Known question, Object result) throws IOException;
    }
}
