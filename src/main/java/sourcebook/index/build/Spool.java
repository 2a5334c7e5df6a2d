package sourcebook.index.build;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.model.Span;
import sourcebook.model.audience.Audience;
import sourcebook.text.Passages.Stretch;

/**
 * Articles that were read and wait to be embedded and written, in a file, so that any number takes no memory and each
 * stage knows how much there is. Written first, then read as often as needed. For one thread.
 */
public final class Spool implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private int articles;
    private long sentences;

    /** An empty spool in a new file. */
    public Spool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Takes what waited. */
    public interface Taker {
        void take(Article article, List<Stretch> passages) throws IOException;
    }

    /** Keeps an article with its passages. */
    public void add(Article article, List<Stretch> passages) throws IOException {
        Citation citation = article.citation();
        write(citation.article());
        write(citation.title());
        write(citation.author());
        write(citation.publisher());
        write(citation.url());
        write(citation.published() == null ? null : citation.published().iso());
        write(citation.record());
        write(article.audience().name());
        write(article.text());
        out.writeInt(passages.size());
        for (Stretch passage : passages) {
            write(passage.span());
            out.writeInt(passage.sentences().size());
            for (Span sentence : passage.sentences()) {
                write(sentence);
            }
            sentences += passage.sentences().size();
        }
        articles++;
    }

    public int articles() {
        return articles;
    }

    public long sentences() {
        return sentences;
    }

    /** Hands out all articles in the order in which they came. */
    public void forEach(Taker taker) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int i = 0; i < articles; i++) {
                Article article = article(in);
                taker.take(article, passages(in));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private void write(Span span) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Article article(DataInputStream in) throws IOException {
        String id = read(in);
        String title = read(in);
        String author = readIfAny(in);
        String publisher = readIfAny(in);
        String url = readIfAny(in);
        String published = readIfAny(in);
        String record = readIfAny(in);
        PartialDate date = published == null ? null : new PartialDate(published);
        Audience audience = new Audience(read(in));
        return new Article(new Citation(id, title, author, publisher, url, date, record), read(in), audience);
    }

    private static List<Stretch> passages(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Stretch> passages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Span span = span(in);
            int sentences = in.readInt();
            List<Span> spans = new ArrayList<>(sentences);
            for (int j = 0; j < sentences; j++) {
                spans.add(span(in));
            }
            passages.add(new Stretch(span, spans));
        }
        return passages;
    }

    private static Span span(DataInputStream in) throws IOException {
        int start = in.readInt();
        return new Span(start, in.readInt());
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static @Nullable String readIfAny(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
