package sourcebook.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sourcebook.dialogue.Audiences;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Utterance;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;

/**
 * What admins have set for channels. A channel that nothing was set for sees what is public, answers mentions for all, and
 * is not answered in at all while people of other organisations are in it. Safe for many threads.
 */
public final class ChannelRules implements Audiences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Texts rules;

    /** Rules of the journal. */
    public ChannelRules(Texts rules) {
        this.rules = rules;
    }

    /**
     * One channel's rule.
     *
     * @param audiences names of the audiences whose articles may be seen
     * @param privately whether mentions are answered for the asker alone
     * @param external whether it may be answered in although people of other organisations are in it
     */
    public record Rule(Set<String> audiences, boolean privately, boolean off, boolean external) {
        /** Where nothing was set. */
        public static final Rule DEFAULT = new Rule(Set.of(Audience.PUBLIC.name()), false, false, false);

        public Rule {
            audiences = Set.copyOf(audiences);
        }

        /** What may be seen. */
        public Clearance clearance() {
            return Clearance.of(audiences.stream().map(Audience::new).collect(Collectors.toSet()));
        }
    }

    /** The rule of a channel, by its platform, tenant and id joined by colons. */
    public Rule of(String channelId) throws IOException {
        var written = rules.find(channelId);
        return written.isEmpty() ? Rule.DEFAULT : read(written.get());
    }

    public void set(String channelId, Rule rule) throws IOException {
        rules.put(channelId, written(rule));
    }

    /** An article that cannot be told to be allowed is not: a rule that cannot be read fails the answer. */
    @Override
    public Clearance of(Utterance said) {
        Place place = said.place();
        try {
            return of(place.platform() + ":" + place.tenant() + ":" + place.channel())
                    .clearance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Rule rule) {
        ObjectNode json = JSON.createObjectNode();
        var list = json.putArray("audiences");
        new TreeSet<>(rule.audiences()).forEach(list::add);
        json.put("privately", rule.privately()).put("off", rule.off()).put("external", rule.external());
        return json.toString();
    }

    private static Rule read(String written) throws IOException {
        JsonNode json = JSON.readTree(written);
        Set<String> audiences = new TreeSet<>();
        json.path("audiences").forEach(name -> audiences.add(name.asText()));
        return new Rule(
                audiences,
                json.path("privately").asBoolean(),
                json.path("off").asBoolean(),
                json.path("external").asBoolean());
    }
}
