package sourcebook.teams.admin;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.ChannelRules.Rule;
import sourcebook.model.audience.Audience;
import sourcebook.teams.wire.Activity;

/** Sets what a channel or group may see, and whether it is answered in. Safe for many threads. */
final class ChannelOrders {
    private static final String HOW = "Type admin channel, and behind it nothing, allow NAME, deny NAME, off or on.";

    private final ChannelRules rules;

    ChannelOrders(ChannelRules rules) {
        this.rules = rules;
    }

    /** What to say to the admin who typed these words in this place. */
    String run(List<String> words, Activity by) throws IOException {
        if (by.personal()) {
            return "Type this in the channel or group that it is for.";
        }
        Rule rule = rules.of(by.place());
        String what = words.isEmpty() ? "" : words.getFirst();
        if (words.size() == 2 && (what.equals("allow") || what.equals("deny"))) {
            return audience(by, rule, what.equals("allow"), words.get(1));
        }
        if (words.size() == 1 && (what.equals("off") || what.equals("on"))) {
            return set(by, new Rule(rule.audiences(), rule.privately(), what.equals("off"), rule.external()));
        }
        return words.isEmpty() ? shown(rule) : HOW;
    }

    private String audience(Activity by, Rule rule, boolean allow, String name) throws IOException {
        if (!Audience.named(name)) {
            return "An audience is named by letters, such as: admin channel allow legal";
        }
        String named = Audience.of(name).name();
        Set<String> audiences = new TreeSet<>(rule.audiences());
        if (allow) {
            audiences.add(named);
        } else {
            audiences.remove(named);
        }
        return set(by, new Rule(audiences, rule.privately(), rule.off(), rule.external()));
    }

    private String set(Activity by, Rule rule) throws IOException {
        rules.set(by.place(), rule);
        return "Done. " + shown(rule);
    }

    private static String shown(Rule rule) {
        String articles = rule.audiences().isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(rule.audiences()));
        return "Here Sourcebook is " + (rule.off() ? "off" : "on") + " and shows articles for " + articles + ".";
    }
}
