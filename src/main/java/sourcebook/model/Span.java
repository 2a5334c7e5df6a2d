package sourcebook.model;

/**
 * A stretch of text in UTF-16 units, half open: the unit at {@code end} is outside.
 *
 * @param start first unit, 0 or more
 * @param end the unit after the last, at least {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must satisfy 0 <= start <= end, got [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** This span moved by {@code offset} units, which may be negative. */
    public Span shifted(int offset) {
        return new Span(start + offset, end + offset);
    }

    /** The units of {@code text} that this span covers; throws where the span reaches past its end. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** As a link carries it: {@code start-end}. */
    @Override
    public String toString() {
        return start + "-" + end;
    }
}
