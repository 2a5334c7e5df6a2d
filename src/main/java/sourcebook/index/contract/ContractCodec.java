package sourcebook.index.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/**
 * Contracts and facts as bytes. A quote is kept as its place and the SHA-256 of its words, and is cut from its article when
 * it is read back; where the article may not be seen, the fact is not there.
 */
final class ContractCodec {
    /** The articles that may be seen. */
    interface Articles {
        Optional<Article> article(String id) throws IOException;
    }

    private ContractCodec() {}

    static byte[] encode(Contract contract) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, contract.id());
            text(out, contract.title());
            text(out, contract.description());
            out.writeInt(contract.facts().size());
            for (Fact fact : contract.facts()) {
                fact(out, fact);
            }
        }
        return bytes.toByteArray();
    }

    static Contract decode(byte[] bytes, int offset, int length, Articles articles) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
        String id = given(in);
        String title = given(in);
        String description = text(in);
        List<Fact> facts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            fact(in, articles).ifPresent(facts::add);
        }
        return new Contract(id, title, description, facts);
    }

    static byte[] encode(Fact fact) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            fact(out, fact);
        }
        return bytes.toByteArray();
    }

    static Optional<Fact> fact(byte[] bytes, int offset, int length, Articles articles) throws IOException {
        return fact(new DataInputStream(new ByteArrayInputStream(bytes, offset, length)), articles);
    }

    /** Writes a fact behind others. */
    static void write(DataOutputStream out, Fact fact) throws IOException {
        fact(out, fact);
    }

    /** Reads so many facts as stand there, after their number; of articles that may not be seen there are none. */
    static void read(BytesRef value, Articles articles, Consumer<Fact> taker) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(value.bytes, value.offset, value.length));
        for (int left = in.readInt(); left > 0; left--) {
            fact(in, articles).ifPresent(taker);
        }
    }

    private static void fact(DataOutputStream out, Fact fact) throws IOException {
        text(out, fact.subject().contract());
        text(out, fact.subject().party());
        text(out, fact.subject().label());
        out.writeByte(fact.predicate().ordinal());
        value(out, fact.value());
        date(out, fact.held().from());
        date(out, fact.held().to());
        date(out, fact.held().recordedOn());
        date(out, fact.held().replacedOn());
        out.writeByte(fact.doubts().size());
        for (String doubt : fact.doubts()) {
            text(out, doubt);
        }
        source(out, fact.source());
    }

    private static Optional<Fact> fact(DataInputStream in, Articles articles) throws IOException {
        Fact.Subject subject = new Fact.Subject(text(in), text(in), given(in));
        Predicate predicate = Predicate.values()[in.readByte()];
        Value value = value(in);
        Held held = new Held(date(in), date(in), date(in), date(in));
        List<String> doubts = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            doubts.add(given(in));
        }
        return source(in, articles).map(source -> new Fact(subject, predicate, value, held, source, doubts, 0));
    }

    private static void value(DataOutputStream out, Value value) throws IOException {
        switch (value) {
            case Value.Amount amount -> {
                out.writeByte('a');
                text(out, amount.money().amount().toString());
                text(out, amount.money().currency());
                text(out, amount.basis().toString());
            }
            case Value.Day day -> {
                out.writeByte('d');
                date(out, day.date());
            }
            case Value.Length length -> {
                out.writeByte('l');
                text(out, length.term().toString());
            }
            case Value.Named named -> {
                out.writeByte('n');
                named(out, named);
            }
            case Value.Holding holding -> {
                out.writeByte('h');
                named(out, holding.owner());
                text(out, holding.share());
            }
            case Value.Count count -> {
                out.writeByte('c');
                text(out, count.number().toString());
                text(out, count.unit());
            }
            case Value.Words words -> {
                out.writeByte('w');
                text(out, words.words());
            }
        }
    }

    private static Value value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'a' ->
                new Value.Amount(
                        new Money(new BigDecimal(given(in)), text(in)),
                        Basis.of(given(in)).orElseThrow());
            case 'd' -> new Value.Day(new PartialDate(given(in)));
            case 'l' -> new Value.Length(Term.of(given(in)).orElseThrow());
            case 'n' -> named(in);
            case 'h' -> new Value.Holding(named(in), text(in));
            case 'c' -> new Value.Count(new BigDecimal(given(in)), given(in));
            case 'w' -> new Value.Words(given(in));
            default ->
                throw new IOException("the index of contracts is of another format; run 'bin/sourcebook reindex'");
        };
    }

    private static void named(DataOutputStream out, Value.Named named) throws IOException {
        text(out, named.name());
        text(out, named.party());
    }

    private static Value.Named named(DataInputStream in) throws IOException {
        return new Value.Named(given(in), given(in));
    }

    private static void source(DataOutputStream out, Source source) throws IOException {
        switch (source) {
            case Source.Said said -> {
                out.writeByte(said.read() ? 'r' : 's');
                text(out, said.quote().citation().article());
                out.writeInt(said.quote().span().start());
                out.writeInt(said.quote().span().end());
                text(out, Passage.sha256(said.text()));
            }
            case Source.Notice notice -> {
                out.writeByte('n');
                text(out, notice.id());
                text(out, notice.process());
                text(out, notice.words());
                text(out, notice.publisher());
                text(out, notice.url());
                date(out, notice.published());
            }
        }
    }

    private static Optional<Source> source(DataInputStream in, Articles articles) throws IOException {
        byte kind = in.readByte();
        if (kind == 'n') {
            return Optional.of(new Source.Notice(given(in), given(in), given(in), text(in), text(in), date(in)));
        }
        String article = given(in);
        Span span = new Span(in.readInt(), in.readInt());
        String sha256 = given(in);
        return articles.article(article)
                .filter(found -> span.end() <= found.text().length())
                .map(found -> new Passage(found.citation(), span.start(), span.in(found.text()), sha256))
                .filter(Passage::intact)
                .map(passage -> new Source.Said(new Quote(passage, span, null, 0), kind == 'r'));
    }

    private static void date(DataOutputStream out, @Nullable PartialDate date) throws IOException {
        text(out, date == null ? null : date.iso());
    }

    private static @Nullable PartialDate date(DataInputStream in) throws IOException {
        String written = text(in);
        return written == null ? null : new PartialDate(written);
    }

    /** Length and UTF-8 bytes; null is a length below zero. */
    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String given(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("the index of contracts lacks a text; run 'bin/sourcebook reindex'");
        }
        return text;
    }
}
