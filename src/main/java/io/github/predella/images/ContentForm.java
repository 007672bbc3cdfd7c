package io.github.predella.images;

/** What the data of an image and its digest may be like; supplied by the room that receives data. */
public interface ContentForm {

    /** Bytes of one image at most. */
    long mostBytes();

    /** The digest that is kept besides the checksum, by the name that the API uses. */
    String hashAlgorithm();

    /** Hexadecimal digits that a value of that digest has. */
    int hashDigits();
}
