package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;

/** A condition that is known to make sense, ready to be asked. */
public final class Compiled {
    private final Condition source;
    private final String hash;
    private final Part root;
    private final List<Question> questions;
    private final List<Condition.Account> accounts;
    private final List<Condition.Journey> journeys;
    private final Touch touch;
    private final boolean bound;

    Compiled(Condition source, String hash, Part root, Mentions mentions) {
        this.source = source;
        this.hash = hash;
        this.root = root;
        this.questions = List.copyOf(mentions.questions());
        this.accounts = List.copyOf(mentions.accounts());
        this.journeys = List.copyOf(mentions.journeys());
        this.touch = mentions.touch();
        this.bound = mentions.trigger();
    }

    /** Whether it holds for a customer, and until when that is certain. */
    public Verdict evaluate(Subject subject) {
        return root.ask(subject);
    }

    /**
     * The same verdict, with what made it so.
     *
     * @param vantage what the subject answers questions from
     */
    public Explanation explain(Subject subject, Vantage vantage) {
        return root.explain(subject, vantage);
    }

    /** The condition as it was written. */
    public Condition source() {
        return source;
    }

    /** Names it: equal conditions have equal hashes; 32 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** Every question about what the customer did, in the order of the text. */
    public List<Question> questions() {
        return questions;
    }

    /** What it asks about accounts, in the order of the text; each once. */
    public List<Condition.Account> accounts() {
        return accounts;
    }

    /** What it asks about journeys, in the order of the text; each once. */
    public List<Condition.Journey> journeys() {
        return journeys;
    }

    /** What can turn it over. */
    public Touch touch() {
        return touch;
    }

    /** True when it mentions the trigger: only an enrollment can answer it. */
    public boolean bound() {
        return bound;
    }
}
