package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.Article;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.Party.Ownership;
import sourcebook.model.Quote;
import sourcebook.question.Question;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/** Says by what link an answer about one party speaks of another: who owned what share of it, and when. */
final class Owners {
    private Owners() {}

    /** A sentence for each party that the quotes name in place of its owner, whom the question named. */
    static List<String> links(Question question, List<Quote> quotes, Lease index) throws IOException {
        Map<Party, Party> ownerOf = new LinkedHashMap<>();
        for (Quote quote : quotes) {
            Set<Party> named = parties(index.names().find(quote.text(), Names.Writing.SOURCE));
            for (Party asked : parties(question.mentions())) {
                named.stream()
                        .filter(party -> !named.contains(asked)
                                && !parties(question.mentions()).contains(party))
                        .filter(party -> !shares(party, asked).isEmpty())
                        .forEach(party -> ownerOf.putIfAbsent(party, asked));
            }
        }
        List<String> links = new ArrayList<>();
        for (Map.Entry<Party, Party> link : ownerOf.entrySet()) {
            links.add(link(link.getKey(), link.getValue(), index));
        }
        return links;
    }

    private static Set<Party> parties(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> !mention.ambiguous())
                .map(mention -> mention.parties().getFirst())
                .collect(Collectors.toSet());
    }

    private static List<Ownership> shares(Party party, Party owner) {
        return party.owners().stream()
                .filter(share -> share.owner().equals(owner.name()))
                .toList();
    }

    private static String link(Party party, Party owner, Lease index) throws IOException {
        List<Ownership> shares = shares(party, owner);
        String held = shares.stream().map(Owners::held).collect(Collectors.joining("; "));
        String source = shares.getFirst().source();
        return "This is also about " + party.name() + ": " + owner.name() + " is among its owners (" + held + ")."
                + (source == null ? "" : seen(source, index));
    }

    private static String held(Ownership share) {
        String part = share.share() == null ? "share not stated" : share.share();
        return part + dates(share.from(), share.to());
    }

    private static String dates(@Nullable PartialDate from, @Nullable PartialDate to) {
        if (from == null && to == null) {
            return "";
        }
        if (from == null) {
            return " until " + to;
        }
        return to == null ? " since " + from : " from " + from + " to " + to;
    }

    /** The source by its title, if the asker may see it. */
    private static String seen(String source, Lease index) throws IOException {
        return index.article(source)
                .map(Article::citation)
                .map(citation -> " See “" + citation.title() + "”.")
                .orElse("");
    }
}
