package sourcebook.text;

import java.util.List;
import sourcebook.model.Party;
import sourcebook.model.Span;

/**
 * A name in a text, and whom it can mean.
 *
 * @param span the name itself, without a possessive ending
 * @param parties one, or several where the name fits more than one party; never none
 */
public record Mention(Span span, List<Party> parties) {
    public Mention {
        parties = List.copyOf(parties);
        if (parties.isEmpty()) {
            throw new IllegalArgumentException("a mention names at least one party");
        }
    }

    public boolean ambiguous() {
        return parties.size() > 1;
    }
}
