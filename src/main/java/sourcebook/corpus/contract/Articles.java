package sourcebook.corpus.contract;

import java.io.IOException;
import java.util.Optional;
import sourcebook.model.Article;

/** The articles that fact sheets quote. */
public interface Articles {
    Optional<Article> article(String id) throws IOException;
}
