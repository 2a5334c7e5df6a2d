package sourcebook.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * Where something is said.
 *
 * @param channel the platform's id of the channel, group or direct conversation
 * @param thread the platform's id of the thread, null where it is said outside of one
 * @param direct whether nobody but the asker reads along
 */
public record Place(
        String platform,
        String tenant,
        String channel,
        @Nullable String thread,
        boolean direct) {}
