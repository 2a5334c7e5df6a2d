package sourcebook.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes one spelling of two, so that "center" finds "centre": American spellings become British ones by rules for
 * endings and a list. Meant for both sides of a comparison. Words that both countries write alike ("size", "four",
 * "meter") stay. Pure; safe for many threads.
 */
public final class Spelling {
    /** Words in -ize that no country writes with an s, by their infinitive. */
    private static final Set<String> ALWAYS_IZE =
            Set.of(("assize baize bite-size brize capsize downsize full-size life-size "
                            + "maize midsize misprize outsize oversize prize reprize resize rightsize seize size supersize undersize "
                            + "upsize")
                    .split(" "));

    private static final Pattern IZE =
            Pattern.compile("(\\p{L}[\\p{L}-]*)iz(e|es|ed|er|ers|ing|able|ation|ations|ational|ationally)");
    private static final Pattern LYZE =
            Pattern.compile("(ana|para|cata|dia|electro|hydro|breatha)lyz(e|es|ed|er|ers|ing)");
    private static final Pattern OR = Pattern.compile(
            "((?:dis|mis|un|well-)?(?:arb|ard|arm|behavi|cand|clam|col|demean|misdemean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig))or"
                    + "(s|y|ed|ing|er|ers|able|ably|ite|ites|al|ally|hood|hoods|less|ful|ly|)");
    private static final Pattern ER =
            Pattern.compile("(cent|epicent|theat|fib|lit|millilit|kilomet|centimet|millimet|calib|"
                    + "lust|somb|spect|meag|sab|scept)er(s|ed|ing)?");
    private static final Pattern ONE_L =
            Pattern.compile("((?:re|un|mis|pre|out)?(?:cancel|channel|counsel|dial|duel|equal|fuel|"
                    + "funnel|initial|label|level|libel|marshal|marvel|model|panel|parcel|pedal|quarrel|rival|shovel|signal|"
                    + "spiral|total|travel|tunnel|unravel))(ed|ing|er|ers|or|ors)");
    private static final Pattern TWO_LS = Pattern.compile(
            "(fulfil|enrol|instil|distil|enthral)l(|s|ment|ments)|(instal)l(ments?)|(skil|wil)l(ful|fully)");
    private static final Pattern OG = Pattern.compile("(ana|cata|dia|epi|mono|pro)log(s|ed)?");
    private static final Pattern ENSE = Pattern.compile("(def|off|pret)ense(s|less)?|(lic)ense(s)?");

    private static final Map<String, String> LIST = list("""
            program programme|programs programmes|inquiry enquiry|inquiries enquiries|inquire enquire|inquired enquired
            inquiring enquiring|inquirer enquirer|judgment judgement|judgments judgements|misjudgment misjudgement
            acknowledgment acknowledgement|acknowledgments acknowledgements|abridgment abridgement|aging ageing
            practiced practised|practicing practising|gray grey|plow plough|plows ploughs
            skeptic sceptic|skeptics sceptics|skeptical sceptical|skepticism scepticism|artifact artefact
            artifacts artefacts|aluminum aluminium|airplane aeroplane|airplanes aeroplanes|jewelry jewellery
            mold mould|molds moulds|maneuver manoeuvre|maneuvers manoeuvres|maneuvered manoeuvred|cozy cosy
            pediatric paediatric|pediatrics paediatrics|orthopedic orthopaedic|orthopedics orthopaedics
            anesthetic anaesthetic|anesthesia anaesthesia|anesthetist anaesthetist|gynecology gynaecology
            hemorrhage haemorrhage|hematology haematology|anemia anaemia|leukemia leukaemia|diarrhea diarrhoea
            fetus foetus|archeology archaeology|woolen woollen|worshiped worshipped|kidnaped kidnapped
            sulfur sulphur|mustache moustache|pajamas pyjamas
            """);

    /** Every word that a rule changes has one of these; most words have none, and need no rule tried. */
    private static final List<String> TOUCHED = List.of("iz", "yz", "or", "er", "led", "ling", "ll", "log", "ense");

    private Spelling() {}

    /** The British spelling of a word, in lower case; the word itself where both countries write it alike. */
    public static String british(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String listed = LIST.get(lower);
        return listed == null ? byEnding(lower) : listed;
    }

    private static String byEnding(String word) {
        return TOUCHED.stream().noneMatch(word::contains)
                ? word
                : Stream.of(
                                ize(word),
                                changed(LYZE, word, "$1lys$2"),
                                or(word),
                                er(word),
                                changed(ONE_L, word, "$1l$2"))
                        .filter(changed -> !changed.equals(word))
                        .findFirst()
                        .orElseGet(() -> byRareEnding(word));
    }

    private static String byRareEnding(String word) {
        return Stream.of(twoLs(word), og(word), ense(word))
                .filter(changed -> !changed.equals(word))
                .findFirst()
                .orElse(word);
    }

    private static String ize(String word) {
        Matcher ize = IZE.matcher(word);
        return ize.matches() && !ALWAYS_IZE.contains(ize.group(1) + "ize") ? ize.group(1) + "is" + ize.group(2) : word;
    }

    private static String or(String word) {
        return changed(OR, word, "$1our$2");
    }

    private static String og(String word) {
        return changed(OG, word, "$1logue$2").replaceFirst("eed$", "ed");
    }

    private static String er(String word) {
        Matcher er = ER.matcher(word);
        if (!er.matches()) {
            return word;
        }
        String ending = er.group(2) == null ? "e" : er.group(2).equals("s") ? "es" : er.group(2);
        return er.group(1) + "r" + ending;
    }

    private static String twoLs(String word) {
        return TWO_LS.matcher(word).matches() ? word.replaceFirst("ll", "l") : word;
    }

    private static String ense(String word) {
        return ENSE.matcher(word).matches() ? word.replaceFirst("ense", "ence") : word;
    }

    private static String changed(Pattern whole, String word, String to) {
        Matcher matcher = whole.matcher(word);
        return matcher.matches() ? matcher.replaceFirst(to) : word;
    }

    private static Map<String, String> list(String pairs) {
        Map<String, String> list = new HashMap<>();
        for (String pair : pairs.strip().split("[|\\n]")) {
            String[] words = pair.strip().split(" ");
            list.put(words[0], words[1]);
        }
        return Map.copyOf(list);
    }
}
