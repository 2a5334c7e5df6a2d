package sourcebook.corpus.extract;

import java.util.Map;

/** One article a file, as plain text: a first line that stands alone is the title. */
public final class PlainText implements Extractor {
    private static final int MAX_TITLE = 200;

    @Override
    public Extract extract(byte[] bytes) throws Unreadable {
        String text = Decoding.text(bytes).strip();
        if (text.isEmpty()) {
            throw new Unreadable(0, "the file is empty");
        }
        int titleEnd = text.indexOf('\n');
        boolean titled = titleEnd > 0 && titleEnd <= MAX_TITLE && text.startsWith("\n\n", titleEnd);
        return titled
                ? new Extract(
                        Map.of("title", text.substring(0, titleEnd).strip()),
                        text.substring(titleEnd).strip())
                : new Extract(Map.of(), text);
    }
}
