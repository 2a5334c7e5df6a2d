package sourcebook.corpus.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are on the public internet. All others are this machine's or its owner's own, or nobody's: a feed must
 * not be able to have them asked. The list is IANA's registries of special-purpose addresses (RFC 6890 and what updates it).
 */
final class PublicAddresses {
    private static final List<Block> SPECIAL_V4 = List.of(
            block(8, 0),
            block(8, 10),
            block(10, 100, 64),
            block(8, 127),
            block(16, 169, 254),
            block(12, 172, 16),
            block(24, 192, 0, 0),
            block(24, 192, 0, 2),
            block(24, 192, 88, 99),
            block(16, 192, 168),
            block(15, 198, 18),
            block(24, 198, 51, 100),
            block(24, 203, 0, 113),
            block(3, 224));

    /** Global unicast addresses; what translates or tunnels to IPv4 lies elsewhere or among the special ones. */
    private static final Block GLOBAL_V6 = block(3, 0x20);

    private static final List<Block> SPECIAL_V6 = List.of(
            block(23, 0x20, 0x01, 0x00),
            block(32, 0x20, 0x01, 0x0d, 0xb8),
            block(16, 0x20, 0x02),
            block(20, 0x3f, 0xff, 0x00));

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address v4 -> SPECIAL_V4.stream().noneMatch(block -> block.has(bytes));
            case Inet6Address v6 -> GLOBAL_V6.has(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.has(bytes));
            default -> false;
        };
    }

    /** Addresses that begin with the same bits. */
    private record Block(int bits, int[] begins) {
        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> bit % 8;
                int own = bit / 8 < begins.length ? begins[bit / 8] : 0;
                if ((own & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(int bits, int... begins) {
        return new Block(bits, begins);
    }
}
