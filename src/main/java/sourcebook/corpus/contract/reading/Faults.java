package sourcebook.corpus.contract.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import sourcebook.model.Problem;
import sourcebook.model.Problem.Level;

/**
 * What is wrong with one file. The same fault in many places is told once, with its first place and how often, so that a
 * large file with one habit does not hide the faults of others. For one thread.
 */
public final class Faults {
    /** So many different faults of one file are told one by one. */
    private static final int MAX_KINDS = 100;

    private record Kind(Level level, String what) {}

    private static final class Seen {
        private final String where;
        private final int line;
        private int times = 1;

        Seen(String where, int line) {
            this.where = where;
            this.line = line;
        }
    }

    private final String file;
    private final Map<Kind, Seen> seen = new LinkedHashMap<>();
    private int line;
    private int untold;

    public Faults(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** What is noted from now on stands in this line; 0 where lines say nothing. */
    public void atLine(int now) {
        line = now;
    }

    public int line() {
        return line;
    }

    /** Something was left out. */
    public void refused(String where, String what) {
        note(new Kind(Level.ERROR, what), where);
    }

    /** Something was kept, and is odd. */
    public void odd(String where, String what) {
        note(new Kind(Level.WARNING, what), where);
    }

    private void note(Kind kind, String where) {
        Seen before = seen.get(kind);
        if (before != null) {
            before.times++;
        } else if (seen.size() < MAX_KINDS) {
            seen.put(kind, new Seen(where, line));
        } else {
            untold++;
        }
    }

    /** Tells all, first noted first. */
    public void tell(Consumer<Problem> problems) {
        seen.forEach((kind, at) -> problems.accept(new Problem(kind.level, file, at.line, told(kind, at))));
        if (untold > 0) {
            problems.accept(Problem.warning(file, 0, "and " + untold + " more faults of other kinds"));
        }
        seen.clear();
    }

    private static String told(Kind kind, Seen at) {
        String place = at.where.isEmpty() ? "" : at.where + ": ";
        return place + kind.what + (at.times == 1 ? "" : " (" + at.times + " times in this file, here first)");
    }
}
