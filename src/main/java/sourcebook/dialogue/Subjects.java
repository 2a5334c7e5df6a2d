package sourcebook.dialogue;

import java.util.Optional;

/** Remembers what was spoken of last, so that "and Cleveland?" can be understood. Safe for many threads. */
public interface Subjects {

    /** Remembers nothing: every question stands by itself. */
    Subjects NONE = new Subjects() {
        @Override
        public Optional<Subject> last(Strand strand) {
            return Optional.empty();
        }

        @Override
        public void remember(Strand strand, Subject subject) {}

        @Override
        public void forget(Strand strand) {}
    };

    /** What was spoken of last in a strand; empty where nothing was, or too long ago. */
    Optional<Subject> last(Strand strand);

    void remember(Strand strand, Subject subject);

    void forget(Strand strand);
}
