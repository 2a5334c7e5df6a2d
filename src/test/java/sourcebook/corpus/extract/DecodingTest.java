package sourcebook.corpus.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    private static final String TEXT = "Le café “du coin” – 5 € à payer.\nÜber Straße.";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theEncodingIsFoundWithoutAMark(String encoding) throws Unreadable {
        assertThat(Decoding.text(TEXT.getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkIsBelieved(String encoding) throws Unreadable {
        assertThat(Decoding.text(("\ufeff" + TEXT).getBytes(Charset.forName(encoding))))
                .isEqualTo(TEXT);
    }

    @Test
    void lineEndsArePlain() throws Unreadable {
        assertThat(Decoding.text("a\r\nb\rc\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\nb\nc\n");
    }

    @Test
    void aPageMayDeclareItsEncoding() throws Unreadable {
        byte[] page = "<meta charset=shift_jis><p>外部委託".getBytes(Charset.forName("Shift_JIS"));

        assertThat(Decoding.page(page)).endsWith("外部委託");
    }

    @Test
    void aPageThatDeclaresLatin1IsWindows1252() throws Unreadable {
        byte[] page = "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>“5 €”"
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Decoding.page(page)).endsWith("“5 €”");
    }

    @Test
    void damagedUtf8IsRefusedAndNotGarbled() {
        byte[] bytes = ("Zeile\nÜber Straße, café, naïve x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0x92;

        assertThatThrownBy(() -> Decoding.text(bytes))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageStartingWith("neither UTF-8, UTF-16 nor Windows-1252 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "Shift_JIS", "GB18030"})
    void otherEncodingsAreRefused(String encoding) {
        String text = encoding.equals("windows-1251")
                ? "Договор аутсорсинга заключён на пять лет между сторонами соглашения"
                : "外部委託契約は五年間有効である。外部委託契約は五年間有効である。";

        assertThatThrownBy(() -> Decoding.text(text.getBytes(Charset.forName(encoding))))
                .isInstanceOf(Unreadable.class);
    }
}
