package sourcebook.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.index.Lease;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Found;
import sourcebook.model.Citation;
import sourcebook.question.InArticle;
import sourcebook.text.Names;
import sourcebook.text.Typography;

/** Understands which one article a question is put to, where it calls an article by name. */
final class Scoping {
    /** With more fitting titles than this, the words are no name of an article. */
    private static final int MOST = 8;

    private Scoping() {}

    /** The answer from the article that the question calls, or from all where it calls none. */
    static Answer ask(String text, Lease index, int limit) throws IOException {
        Optional<InArticle> in = InArticle.read(text);
        return in.isPresent() ? ask(text, in.get(), index, limit) : Corrected.ask(text, null, index, limit);
    }

    private static Answer ask(String text, InArticle in, Lease index, int limit) throws IOException {
        List<Citation> fitting = fitting(in, index);
        if (fitting.size() == 1) {
            Citation only = fitting.getFirst();
            Answer answer = Corrected.ask(in.question(), only.article(), index, limit);
            return told("Answered from “" + only.title() + "” alone.", answer);
        }
        if (fitting.isEmpty() || fitting.size() > MOST) {
            String which = fitting.isEmpty() ? "No article's title has “" : "Too many articles' titles have “";
            return told(
                    which + in.name() + "”, so all articles were searched.", Corrected.ask(text, null, index, limit));
        }
        return new Answer.Ambiguous(
                in.name(),
                fitting.stream()
                        .map(one -> new Answer.Reading(
                                one.title(), in.of(one.title()).asked()))
                        .toList());
    }

    /** The articles whose title it is, or else whose titles have its words: with the kind of affair, or without. */
    private static List<Citation> fitting(InArticle in, Lease index) throws IOException {
        List<Citation> fitting = titled(in.name(), index);
        List<Citation> exact = fitting.stream()
                .filter(one -> Typography.plain(one.title()).equalsIgnoreCase(Typography.plain(in.name())))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Citation> narrower = in.kind().isEmpty() ? List.of() : titled(in.name() + " " + in.kind(), index);
        return narrower.isEmpty() ? fitting : narrower;
    }

    private static List<Citation> titled(String words, Lease index) throws IOException {
        return index.titled(words, index.names().find(words, Names.Writing.QUESTION), MOST + 1);
    }

    /** A found answer with one notice more, which comes first. */
    private static Answer told(String notice, Answer answer) {
        if (answer instanceof Found found) {
            List<String> notices = new ArrayList<>(List.of(notice));
            notices.addAll(found.notices());
            return new Found(found.evidence(), found.confidence(), notices, found.headline());
        }
        return answer;
    }
}
