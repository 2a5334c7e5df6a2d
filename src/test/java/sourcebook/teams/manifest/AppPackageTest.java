package sourcebook.teams.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sourcebook.NodePeers;

/** The app package, judged by Microsoft's schemas. */
final class AppPackageTest {
    private static final String URL = "https://quotes.example.org/base";
    private static final String APP = "11111111-2222-3333-4444-555555555555";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theManifestIsOfMicrosoftsSchema() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        ObjectNode good = manifest();
        ObjectNode bad = good.deepCopy();
        bad.remove("accentColor");

        List<String> verdicts = peers.run(List.of(good.toString(), bad.toString()), "manifest.cjs");

        assertThat(verdicts.getFirst()).isEqualTo("ok");
        assertThat(verdicts.getLast()).contains("accentColor");
    }

    @Test
    void thePackageHoldsTheManifestAndBothIcons() throws IOException {
        Map<String, byte[]> files = unzipped(AppPackage.zip(URL, APP));

        assertThat(files.keySet()).containsExactly("manifest.json", "color.png", "outline.png");
        assertThat(JSON.readTree(files.get("manifest.json"))).isEqualTo(manifest());
        assertThat(side(files.get("color.png"))).isEqualTo(192);
        assertThat(side(files.get("outline.png"))).isEqualTo(32);
    }

    @Test
    void theColouredIconHasNoHolesAndTheOutlineIsWhiteAlone() throws IOException {
        BufferedImage colour = image(Icons.colour());
        BufferedImage outline = image(Icons.outline());

        for (int i = 0; i < 192 * 192; i++) {
            assertThat(colour.getRGB(i % 192, i / 192) >>> 24).isEqualTo(255);
        }
        int white = 0;
        for (int i = 0; i < 32 * 32; i++) {
            int pixel = outline.getRGB(i % 32, i / 32);
            assertThat(pixel >>> 24 == 0 || (pixel & 0xffffff) == 0xffffff).isTrue();
            white += pixel >>> 24 > 128 ? 1 : 0;
        }
        assertThat(white).isBetween(150, 700);
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve("icon-color.png"), Icons.colour());
        Files.write(folder.resolve("icon-outline.png"), Icons.outline());
    }

    @Test
    void theSamePackageIsMadeEachTime() {
        assertThat(AppPackage.zip(URL, APP)).isEqualTo(AppPackage.zip(URL, APP));
    }

    @Test
    void linksAreAllowedToOurOwnHost() throws IOException {
        assertThat(manifest().path("validDomains").get(0).asText()).isEqualTo("quotes.example.org");
        assertThat(manifest().at("/bots/0/botId").asText()).isEqualTo(APP);
    }

    private static ObjectNode manifest() throws IOException {
        return (ObjectNode) JSON.readTree(AppPackage.manifest(URL, APP));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static int side(byte @org.jspecify.annotations.Nullable [] png) throws IOException {
        BufferedImage image = image(png);
        assertThat(image.getHeight()).isEqualTo(image.getWidth());
        return image.getWidth();
    }

    private static BufferedImage image(byte @org.jspecify.annotations.Nullable [] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(png))));
    }
}
