package sourcebook.dialogue;

/**
 * One conversation: a thread, whoever speaks in it, or outside of threads what one person says in one channel.
 *
 * @param thread empty outside of threads
 * @param user empty in a thread, where everybody follows everybody
 */
public record Strand(String platform, String tenant, String channel, String thread, String user) {

    /** The conversation that an utterance belongs to. */
    public static Strand of(Utterance said) {
        Place place = said.place();
        return place.thread() == null
                ? new Strand(
                        place.platform(),
                        place.tenant(),
                        place.channel(),
                        "",
                        said.asker().user())
                : new Strand(place.platform(), place.tenant(), place.channel(), place.thread(), "");
    }
}
