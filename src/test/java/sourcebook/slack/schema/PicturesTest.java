package sourcebook.slack.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import sourcebook.NodePeers;
import sourcebook.slack.Blocks;
import sourcebook.web.Browser;

/** Every surface drawn in a browser by somebody else's renderer; the pictures are kept in {@code target/pictures}. */
@SuppressWarnings("NullAway.Init")
final class PicturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 660;
    private static final int FRAME = 150;

    @TempDir
    private static Path profile;

    @TempDir
    private static Path folder;

    private static NodePeers peers;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        peers = NodePeers.of("slack");
        browser = Browser.open(profile);
        browser.driver().get(peers.folder().resolve("page.html").toUri().toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everySurfaceIsDrawnWithItsQuotesAndButtons() throws Exception {
        List<String> names = new ArrayList<>();
        List<Surface> surfaces = new ArrayList<>();
        new TreeMap<>(Gallery.all(folder)).forEach((name, surface) -> {
            names.add(name);
            surfaces.add(surface);
        });
        List<String> lines = new ArrayList<>();
        for (Surface surface : surfaces) {
            lines.add(JSON.createObjectNode()
                    .put("kind", surface.kind().name().toLowerCase(Locale.ROOT))
                    .set("json", surface.json())
                    .toString());
        }

        List<String> pages = peers.run(lines, "render.mjs");

        assertThat(pages).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            Surface surface = surfaces.get(i);
            Map<?, ?> shown = show(pages.get(i));
            browser.driver().manage().window().setSize(new Dimension(WIDTH, FRAME + height(shown)));
            browser.picture("slack-" + names.get(i));

            assertThat((List<?>) shown.get("quotes")).as(names.get(i)).isEqualTo(Blocks.quotes(surface.json()));
            assertThat((List<?>) shown.get("buttons"))
                    .as(names.get(i))
                    .hasSizeGreaterThanOrEqualTo(Blocks.buttons(surface.json()).size());
        }
    }

    private static int height(Map<?, ?> shown) {
        return shown.get("height") instanceof Number height ? height.intValue() : 0;
    }

    private static Map<?, ?> show(String html) {
        return (Map<?, ?>) browser.driver().executeScript("return window.show(arguments[0])", html);
    }
}
