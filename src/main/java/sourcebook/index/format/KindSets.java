package sourcebook.index.format;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import sourcebook.model.AnswerKind;

/** Sets of answer kinds as bits, and back: every set there can be is made once, for sentences are many and kinds few. */
final class KindSets {
    private static final List<Set<AnswerKind>> BY_BITS = IntStream.range(0, 1 << AnswerKind.values().length)
            .mapToObj(KindSets::made)
            .toList();

    private KindSets() {}

    /** Bit i stands for the kind whose ordinal is i. */
    static int bits(Set<AnswerKind> kinds) {
        return kinds.stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
    }

    /** The set, which cannot be changed. */
    static Set<AnswerKind> of(int bits) {
        return BY_BITS.get(bits);
    }

    private static Set<AnswerKind> made(int bits) {
        Set<AnswerKind> kinds = EnumSet.allOf(AnswerKind.class);
        kinds.removeIf(kind -> (bits & 1 << kind.ordinal()) == 0);
        return Collections.unmodifiableSet(kinds);
    }
}
