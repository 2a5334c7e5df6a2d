package sourcebook.index.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;

/**
 * Adds up the values of all contracts that match, each currency and basis by itself, exactly, to the hundredth. Goes
 * through columns alone. For one thread.
 */
final class Totals {
    /** A sum in two parts, so that no number of contracts can make it overflow. */
    private static final class Sum {
        private long units;
        private long hundredths;
        private int contracts;

        void add(long value) {
            units += value / 100;
            hundredths += value % 100;
            contracts++;
        }

        BigDecimal total() {
            return BigDecimal.valueOf(hundredths, 2).add(BigDecimal.valueOf(units));
        }
    }

    private final Map<String, Sum> sums = new HashMap<>();
    private final Set<String> buyers = new HashSet<>();
    private int count;
    private int valued;
    private int doubtful;

    int count() {
        return count;
    }

    /** One collector for all segments, which are few. */
    static CollectorManager<Collecting, Totals> manager() {
        return new CollectorManager<>() {
            @Override
            public Collecting newCollector() {
                return new Collecting();
            }

            @Override
            public Totals reduce(Collection<Collecting> collectors) {
                Totals all = new Totals();
                collectors.forEach(collector -> all.add(collector.totals));
                return all;
            }
        };
    }

    private void add(Totals other) {
        other.sums.forEach((measure, sum) -> {
            Sum own = sums.computeIfAbsent(measure, key -> new Sum());
            own.units += sum.units;
            own.hundredths += sum.hundredths;
            own.contracts += sum.contracts;
        });
        buyers.addAll(other.buyers);
        count += other.count;
        valued += other.valued;
        doubtful += other.doubtful;
    }

    Listing listing(ContractQuery query, List<Contract> rows) {
        List<Listing.Total> totals = new ArrayList<>();
        sums.forEach((measure, sum) -> {
            String[] parts = measure.split(ContractFields.SEPARATOR, -1);
            Basis basis = Basis.of(parts[1]).orElse(Basis.UNSTATED);
            totals.add(new Listing.Total(sum.total(), parts[0], basis, sum.contracts));
        });
        totals.sort(Comparator.comparing(Listing.Total::contracts)
                .reversed()
                .thenComparing(Listing.Total::currency)
                .thenComparing(total -> total.basis().toString()));
        int without = count - valued - doubtful;
        return new Listing(query, rows, count, totals, without, doubtful, buyers.size(), List.of());
    }

    /** Goes through the columns of one segment after the other. */
    static final class Collecting extends SimpleCollector {
        private final Totals totals = new Totals();
        private SortedNumericDocValues values = DocValues.emptySortedNumeric();
        private SortedDocValues measures = DocValues.emptySorted();
        private SortedDocValues doubts = DocValues.emptySorted();
        private SortedSetDocValues buyers = DocValues.emptySortedSet();
        private Sum[] byMeasure = new Sum[0];
        private boolean[] seenBuyers = new boolean[0];

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            keepBuyers();
            LeafReader leaf = context.reader();
            values = DocValues.getSortedNumeric(leaf, ContractFields.VALUE);
            measures = DocValues.getSorted(leaf, ContractFields.MEASURE);
            doubts = DocValues.getSorted(leaf, ContractFields.DOUBTFUL);
            buyers = DocValues.getSortedSet(leaf, ContractFields.BUYER);
            byMeasure = new Sum[measures.getValueCount()];
            for (int i = 0; i < byMeasure.length; i++) {
                byMeasure[i] = totals.sums.computeIfAbsent(measures.lookupOrd(i).utf8ToString(), measure -> new Sum());
            }
            seenBuyers = new boolean[Math.toIntExact(buyers.getValueCount())];
        }

        @Override
        public void collect(int doc) throws IOException {
            totals.count++;
            if (values.advanceExact(doc) && measures.advanceExact(doc)) {
                byMeasure[measures.ordValue()].add(values.nextValue());
                totals.valued++;
            } else if (doubts.advanceExact(doc)) {
                totals.doubtful++;
            }
            if (buyers.advanceExact(doc)) {
                for (int left = buyers.docValueCount(); left > 0; left--) {
                    seenBuyers[Math.toIntExact(buyers.nextOrd())] = true;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            keepBuyers();
        }

        private void keepBuyers() throws IOException {
            for (int ord = 0; ord < seenBuyers.length; ord++) {
                if (seenBuyers[ord]) {
                    totals.buyers.add(buyers.lookupOrd(ord).utf8ToString());
                }
            }
            seenBuyers = new boolean[0];
            totals.sums.values().removeIf(sum -> sum.contracts == 0);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
