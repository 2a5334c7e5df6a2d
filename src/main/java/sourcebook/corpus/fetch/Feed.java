package sourcebook.corpus.fetch;

/**
 * A feed that people named.
 *
 * @param publisher whom its articles are cited as published by; empty where they are to say themselves
 * @param name of its folder, and the beginning of its articles' ids
 * @param fullText whether its entries hold whole articles, so that their pages need not be fetched
 */
record Feed(String url, String publisher, String name, boolean fullText) {}
