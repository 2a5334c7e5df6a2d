package sourcebook.answer.contract;

import java.util.ArrayList;
import java.util.List;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;

/** Says why a known contract has no answer, and what its sources state instead. */
final class Unstated {
    private static final List<Predicate> TELLING =
            List.of(Predicate.STATUS, Predicate.TERM, Predicate.START, Predicate.VALUE);

    private Unstated() {}

    /** One or two sentences. */
    static String why(Contract contract, Predicate asked) {
        List<String> stated = new ArrayList<>();
        for (Predicate predicate : TELLING) {
            if (predicate != asked || predicate == Predicate.VALUE) {
                contract.standing(predicate).stream()
                        .map(Fact::value)
                        .map(value -> predicate.label() + " " + Headline.value(value))
                        .forEach(stated::add);
            }
        }
        String known = stated.isEmpty() ? "" : " They state: " + String.join("; ", stated) + ".";
        return "The sources of “" + contract.title() + "” state no "
                + wanted(asked).replaceFirst("^an? ", "") + "." + known;
    }

    /** What was asked for, with its article. */
    static String wanted(Predicate asked) {
        return switch (asked) {
            case END -> "an end date";
            case START -> "a start date";
            case AWARDED_ON -> "an award date";
            case VALUE -> "an awarded value";
            case EXTENSION, OWNER -> "an " + asked.label();
            default -> "a " + asked.label();
        };
    }
}
