package sourcebook.embed;

/**
 * Unit vectors as bytes: each component times {@link #SCALE}, rounded and clipped. The model's components hardly ever
 * leave a quarter of one; by the size of the steps a cosine comes out within some 0.002 of the exact one.
 */
public final class Vectors {
    /** Components of a vector. */
    public static final int DIMENSIONS = 384;

    private static final float SCALE = 127 / 0.25f;

    private Vectors() {}

    /** The cosine of the angle between two vectors, about 1 where they mean the same. */
    public static double cosine(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / (SCALE * SCALE);
    }

    static byte[] quantised(float[] unit) {
        byte[] bytes = new byte[unit.length];
        for (int i = 0; i < unit.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(unit[i] * SCALE), -127, 127);
        }
        return bytes;
    }
}
