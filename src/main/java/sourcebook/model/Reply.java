package sourcebook.model;

/**
 * An answer with what it was an answer to.
 *
 * @param question as it was typed, cleaned of control characters
 * @param generation the number of the index that answered
 * @param millis how long it took
 */
public record Reply(String question, Answer answer, long generation, long millis) {}
