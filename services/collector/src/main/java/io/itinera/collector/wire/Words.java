package io.itinera.collector.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a few known words mean, found by their bytes, so that nobody makes a text of them. */
final class Words<T> {
    private static final int FREE = -1;

    private final List<byte[]> words;
    private final List<T> meanings;
    private final int[] places;

    /** ASCII words and what they mean. */
    Words(Map<String, T> meanings) {
        List<Map.Entry<String, T>> entries = List.copyOf(meanings.entrySet());
        this.words = entries.stream().map(it -> bytes(it.getKey())).toList();
        this.meanings = entries.stream().map(Map.Entry::getValue).toList();
        this.places = new int[4 * Integer.highestOneBit(entries.size())];
        Arrays.fill(places, FREE);
        for (int index = 0; index < words.size(); index++) {
            byte[] word = words.get(index);
            places[place(word, 0, word.length)] = index;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nullable T get(String text) {
        byte[] word = bytes(text);
        return get(word, 0, word.length);
    }

    @Nullable T get(byte[] bytes, int from, int to) {
        int index = places[place(bytes, from, to)];
        return index == FREE ? null : meanings.get(index);
    }

    /** Where the word stands, or where it would. */
    private int place(byte[] bytes, int from, int to) {
        int last = to == from ? 0 : 31 * bytes[from] + bytes[to - 1];
        int hash = 31 * (to - from) + last;
        int place = (hash ^ hash >>> 4) & (places.length - 1);
        while (places[place] != FREE && !isThere(words.get(places[place]), bytes, from, to)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private static boolean isThere(byte[] word, byte[] bytes, int from, int to) {
        return Arrays.equals(word, 0, word.length, bytes, from, to);
    }
}
