package sourcebook.dialogue;

/**
 * Something that a person said to Sourcebook.
 *
 * @param text as it was typed, without the mention of Sourcebook or the name of a slash command
 */
public record Utterance(Asker asker, Place place, String text) {

    /** The same person in the same place, with other words. */
    public Utterance saying(String words) {
        return new Utterance(asker, place, words);
    }
}
