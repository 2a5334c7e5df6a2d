package sourcebook.dialogue;

import sourcebook.model.audience.Clearance;

/** Says what may be seen where; whoever keeps the settings of channels answers. Safe for many threads. */
public interface Audiences {
    /** Everybody sees what is public, and nothing else. */
    Audiences PUBLIC = said -> Clearance.PUBLIC;

    /** What may be shown in answer to an utterance, to everyone who reads along in its place. */
    Clearance of(Utterance said);
}
