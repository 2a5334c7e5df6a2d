package sourcebook.corpus;

import java.io.IOException;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** Where what is read goes: articles one by one, never gathered, and problems as they are met. */
public interface Intake {
    /** Takes an article; an exception stops the reading. */
    void article(Article article) throws IOException;

    void problem(Problem problem);

    /**
     * An article was left out, for another file has its id; the problem was told.
     *
     * @param file the other file
     */
    default void taken(String file) throws IOException {}

    /** Called after each file. */
    default void progress(int filesRead, int files) {}
}
