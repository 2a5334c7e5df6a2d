package sourcebook.slack.talk;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.answer.contract.ContractViews;
import sourcebook.model.Article;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.audience.Audience;
import sourcebook.render.Links;
import sourcebook.render.slack.SlackUnfurl;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;

/** Shows below links to our own pages what they lead to: an article or its quoted sentence, a contract, a party. Safe for many threads. */
public final class Unfurls {
    private static final Pattern QUOTE = Pattern.compile("quote=(\\d{1,9})-(\\d{1,9})");
    private static final int MOST = 5;

    private final Talk talk;
    private final Delivery delivery;
    private final ContractViews contracts;
    private final Links links;

    /** Unfurls; {@code contracts} sees what is public, as the pages do. */
    public Unfurls(Talk talk, Delivery delivery, ContractViews contracts, Links links) {
        this.talk = talk;
        this.delivery = delivery;
        this.contracts = contracts;
        this.links = links;
    }

    /** Shows what those of the addresses lead to that are ours and that everyone in the channel may see. */
    public void unfurl(Origin origin, String message, List<String> addresses) {
        delivery.aside(() -> {
            if (talk.refusal(origin, true).isPresent()) {
                return;
            }
            Map<String, String> shown = new LinkedHashMap<>();
            for (String address : addresses.stream().limit(MOST).toList()) {
                blocks(origin, address).ifPresent(blocks -> shown.put(address, blocks));
            }
            if (!shown.isEmpty()) {
                talk.api().unfurl(origin.team(), origin.channel(), message, SlackUnfurl.all(shown));
            }
        });
    }

    private Optional<String> blocks(Origin origin, String address) throws IOException {
        if (!address.startsWith(links.base() + "/")) {
            return Optional.empty();
        }
        URI uri = URI.create(address);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String path = uri.getRawPath()
                .substring(URI.create(links.base() + "/").getRawPath().length());
        String id = decoded(path.substring(path.indexOf('/') + 1));
        return switch (path.replaceFirst("/.*", "")) {
            case "articles" -> article(origin, id, query);
            case "contracts" -> contract(id);
            case "parties" -> party(id);
            default -> Optional.empty();
        };
    }

    private Optional<String> article(Origin origin, String id, String query) throws IOException {
        Matcher place = QUOTE.matcher(query);
        if (place.find()) {
            Span span = new Span(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
            List<Quote> quotes = talk.dialogue().again(origin.saying(""), List.of(new Quote.Place(id, span)));
            return quotes.stream().findFirst().map(quote -> SlackUnfurl.quote(links, quote));
        }
        Optional<Article> article = talk.answering().article(id);
        return article.filter(found -> found.audience().equals(Audience.PUBLIC))
                .map(found -> SlackUnfurl.article(links, found.citation()));
    }

    private Optional<String> contract(String id) throws IOException {
        return contracts.contract(id).map(seen -> SlackUnfurl.contract(links, seen.contract()));
    }

    private Optional<String> party(String key) throws IOException {
        return contracts
                .party(key)
                .map(party -> SlackUnfurl.party(
                        links,
                        new SlackUnfurl.Shown(
                                key,
                                party.name(),
                                party.buys().size(),
                                party.supplies().size())));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
