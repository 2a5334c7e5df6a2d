package sourcebook.text.speech;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.text.Names;

/**
 * Whom a paragraph has named so far, and whom a pronoun, a surname, an office or a short name then means: one of them,
 * or nobody where two could be meant. For one thread and one paragraph.
 */
final class People {
    private static final Pattern THE_OFFICE = Pattern.compile("[Tt]he\\s(?<words>.+)");
    private static final Pattern BODY_WORD = Pattern.compile("agency|association|authority|board|club|commission|"
            + "committee|company|council|department|federation|force|forum|group|inspectorate|institute|ministry|office|"
            + "partnership|service|society|tribunal|trust|union|university");
    /** Before an office these make it another one. */
    private static final Pattern OTHER_OFFICE =
            Pattern.compile("(?:deputy|vice|former|shadow|assistant|acting|interim|ex|joint|past|late)[\\s-]$");

    private static final Pattern ITSELF = Pattern.compile("\\b(?:it|its|they|their)\\b");

    private final Names names;
    private final List<Named> named = new ArrayList<>();
    private final Map<String, Speaker> shortNames = new TreeMap<>();
    private final Set<String> unnamed = new HashSet<>();
    private final Set<String> haveSpoken = new HashSet<>();

    People(Names names) {
        this.names = names;
    }

    /** Takes up the names of a sentence. */
    void meet(String sentence) {
        SpeechPatterns.NAMED.matcher(sentence).results().forEach(match -> meet(match, sentence));
        SpeechPatterns.UNNAMED
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .filter(phrase -> holders(phrase).isEmpty())
                .forEach(unnamed::add);
    }

    /** Takes up that a name has spoken as a person does. */
    void heard(Speaker speaker, String sentence) {
        if (!ITSELF.matcher(sentence).find()) {
            haveSpoken.add(speaker.name());
        }
    }

    private void meet(MatchResult match, String sentence) {
        Named.eachOf(match, sentence)
                .filter(name -> name.speaker().name().contains(" "))
                .forEach(this::add);
        if (match.group("short") != null) {
            shortNames.put(match.group("short"), Named.of(match, sentence).speaker());
        }
    }

    private void add(Named name) {
        for (int at = 0; at < named.size(); at++) {
            if (same(named.get(at), name)) {
                boolean newRole =
                        named.get(at).speaker().role() == null && name.speaker().role() != null;
                named.set(at, newRole ? name : named.get(at));
                return;
            }
        }
        named.add(name);
    }

    private static boolean same(Named known, Named name) {
        boolean surnameAlone = !name.bare().contains(" ") && !name.isBody();
        return known.bare().equals(name.bare())
                || surnameAlone
                        && known.surname().equals(name.surname())
                        && fit(known, name.speaker().name());
    }

    private static boolean fit(Named known, String name) {
        return Gender.of(known.speaker().name()).fits(Gender.of(name));
    }

    /** Whom "he" or "she" means: the one person named, if nobody else can be meant. */
    Optional<Speaker> pronoun(String pronoun) {
        List<Named> persons =
                named.stream().filter(name -> !isParty(name) && !name.isBody()).toList();
        return persons.size() != 1 || !unnamed.isEmpty()
                ? Optional.empty()
                : only(persons.stream()
                        .filter(this::isPerson)
                        .filter(person -> Gender.of(person.speaker().name()).fits(Gender.ofPronoun(pronoun))));
    }

    private boolean isPerson(Named name) {
        return name.kind() == Named.Kind.PERSON
                || haveSpoken.contains(name.speaker().name());
    }

    private boolean isParty(Named name) {
        return !names.find(name.speaker().name(), Names.Writing.SOURCE).isEmpty() && name.kind() == Named.Kind.UNKNOWN;
    }

    /** Whom a word means: a short name given before, the surname of one person named, or a known party. */
    Optional<Speaker> word(String written) {
        String word = Named.untitled(written);
        List<Named> family = named.stream()
                .filter(name -> !name.isBody() && name.surname().equals(word))
                .toList();
        boolean titled = !word.equals(written);
        List<Named> byGivenName = named.stream()
                .filter(name -> titled && name.speaker().name().startsWith(written + " "))
                .toList();
        boolean party = !titled && isKnown(word);
        if (shortNames.containsKey(word)) {
            return Optional.of(shortNames.get(word));
        }
        if (!byGivenName.isEmpty()) {
            return only(byGivenName.stream());
        }
        if (!family.isEmpty()) {
            return party
                    ? Optional.empty()
                    : only(family.stream().filter(name -> family.size() == 1 && fit(name, written)));
        }
        return party || titled ? Optional.of(new Speaker(written, null, written)) : Optional.empty();
    }

    private boolean isKnown(String word) {
        return names.find(word, Names.Writing.SOURCE).stream()
                .anyMatch(mention -> mention.span().end() == word.length());
    }

    /** Whether a phrase is "the" and one or more words, as "the minister" is. */
    static boolean isOffice(String phrase) {
        return THE_OFFICE.matcher(phrase).matches();
    }

    /** Whom "the minister" or "the council" means. */
    Optional<Speaker> office(String phrase) {
        Matcher the = THE_OFFICE.matcher(phrase);
        if (!the.matches()) {
            return Optional.empty();
        }
        return BODY_WORD.matcher(the.group("words")).matches()
                ? only(named.stream().filter(name -> isCalled(name, the.group("words"))))
                : only(holders(phrase).stream().filter(name -> unnamed.stream().noneMatch(o -> sameOffice(o, phrase))));
    }

    private static boolean isCalled(Named name, String word) {
        return name.isBody()
                && Stream.of(name.speaker().name().split("\\s(?:for|of)\\s|\\sand\\s(?!.*\\s(?:Council|Committee)$)"))
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).matches("(?:.*\\s)?" + word));
    }

    private static boolean sameOffice(String unnamed, String phrase) {
        return unnamed.endsWith(lowerWords(phrase));
    }

    private List<Named> holders(String phrase) {
        Matcher the = THE_OFFICE.matcher(phrase);
        return the.matches()
                ? named.stream().filter(name -> holds(name, the.group("words"))).toList()
                : List.of();
    }

    private static boolean holds(Named name, String words) {
        String role = name.speaker().role();
        String office = lowerWords(words);
        if (role == null || office.isEmpty() || name.isBody()) {
            return false;
        }
        int at = role.toLowerCase(Locale.ROOT).indexOf(office);
        return at >= 0
                && !OTHER_OFFICE
                        .matcher(role.substring(0, at).toLowerCase(Locale.ROOT))
                        .find()
                && wholeWords(role, at, office.length())
                && Stream.of(words.split("\\s")).filter(People::isCapital).allMatch(word -> belongs(word, role));
    }

    private static boolean wholeWords(String role, int at, int length) {
        boolean starts = at == 0 || !Character.isLetter(role.charAt(at - 1));
        return starts && (at + length == role.length() || !Character.isLetter(role.charAt(at + length)));
    }

    private static boolean belongs(String word, String role) {
        String initials = role.replaceAll("\\B\\p{L}|[^\\p{Lu}]", "");
        return initials.contains(word) || Stream.of(role.split("[\\s'’]")).anyMatch(word::equals);
    }

    private static String lowerWords(String phrase) {
        return String.join(
                " ",
                Stream.of(phrase.replaceFirst("^[Tt]he\\s", "").split("\\s"))
                        .filter(word -> !isCapital(word))
                        .toList());
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static Optional<Speaker> only(Stream<Named> names) {
        List<Speaker> speakers = names.map(Named::speaker).distinct().limit(2).toList();
        return speakers.size() == 1 ? Optional.of(speakers.getFirst()) : Optional.empty();
    }
}
