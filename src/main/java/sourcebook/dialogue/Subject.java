package sourcebook.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * What an answer was about. It holds what the asker said and which article answered, never words of a source.
 *
 * @param question the question in full, as it was understood
 * @param party the party's own name, null where the question named none
 * @param article the id of the article that answered best, null where none did
 * @param asOf the year or date that was asked about, null where none was
 */
public record Subject(
        String question,
        @Nullable String party,
        @Nullable String article,
        @Nullable String asOf) {}
