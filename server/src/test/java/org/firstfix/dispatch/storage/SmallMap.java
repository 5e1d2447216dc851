package org.firstfix.dispatch.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A PMTiles archive of one vector tile, the whole world, with a lake in it. */
public final class SmallMap {
    /** Layer "water" with one square: version 2, extent 4096. */
    private static final byte[] TILE = bytes(0x1a, 32, 0x78, 2, 0x0a, 5, 'w', 'a', 't', 'e', 'r', 0x12, 18, 0x18, 3, 0x22, 14, 9, 0x80, 0x10, 0x80, 0x10, 26, 0x80, 0x10, 0, 0,
            0x80, 0x10, 0xff, 0x0f, 0, 15);
    /** One entry: tile 0, one of it, as long as it is, at the beginning. */
    private static final byte[] ROOT = bytes(1, 0, 1, TILE.length, 1);
    private static final byte[] METADATA = "{\"vector_layers\":[{\"id\":\"water\",\"fields\":{}}]}".getBytes(StandardCharsets.UTF_8);
    private static final int HEADER = 127;

    private SmallMap() {}

    public static byte[] content() {
        ByteBuffer map = ByteBuffer.allocate(HEADER + ROOT.length + METADATA.length + TILE.length).order(ByteOrder.LITTLE_ENDIAN);
        int metadata = HEADER + ROOT.length;
        int tiles = metadata + METADATA.length;
        map.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        map.putLong(HEADER).putLong(ROOT.length).putLong(metadata).putLong(METADATA.length).putLong(tiles).putLong(0).putLong(tiles).putLong(TILE.length);
        map.putLong(1).putLong(1).putLong(1);
        map.put(bytes(1, 1, 1, 1, 0, 0));
        map.putInt(-1_800_000_000).putInt(-850_000_000).putInt(1_800_000_000).putInt(850_000_000).put((byte) 0).putInt(0).putInt(0);
        return map.put(ROOT).put(METADATA).put(TILE).array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
