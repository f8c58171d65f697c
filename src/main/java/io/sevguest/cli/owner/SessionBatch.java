package io.sevguest.cli.owner;

import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionWarnings;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.session.SessionFiles;
import io.sevguest.state.session.SessionRequest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Creates sessions for several hosts in parallel. A failure for one host does not affect the
 * others.
 */
final class SessionBatch {
    /** The settings that apply to all hosts. */
    record Terms(SevPolicy policy, GodhSignature signature, boolean overwrite) {}

    /** A host and the files for its session. */
    record Order(SessionHost host, SessionFiles files) {}

    /** The result for one host. */
    public sealed interface Result {
        Order order();
    }

    /**
     * A created session.
     *
     * @param warnings complete sentences
     */
    record Success(Order order, SessionRequest.Result done, List<String> warnings)
            implements Result {}

    /** A failure, after which nothing was written for the host. */
    record Failure(Order order, ProblemException why) implements Result {}

    private final OwnerSession owner;
    private final Terms terms;
    private final PrintWriter progress;
    private int done;

    /**
     * @param progress receives a line for each finished host if there are several
     */
    SessionBatch(OwnerSession owner, Terms terms, PrintWriter progress) {
        this.owner = owner;
        this.terms = terms;
        this.progress = progress;
    }

    /** Creates the sessions, and returns the results in the order of the hosts. */
    List<Result> run(List<Order> orders) {
        int threads = Math.min(orders.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Result>> running = new ArrayList<>();
            for (Order order : orders) {
                running.add(
                        pool.submit(
                                () -> {
                                    Result result = make(order);
                                    tell(result, orders.size());
                                    return result;
                                }));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private Result make(Order order) {
        try {
            SessionHost.Input host = order.host().platform().read();
            var session =
                    new SessionRequest(
                            host.platform(),
                            terms.policy(),
                            terms.signature(),
                            order.host().label(),
                            order.files(),
                            terms.overwrite());
            return new Success(order, session.carryOut(owner), warnings(host));
        } catch (ProblemException failed) {
            return new Failure(order, failed);
        }
    }

    private List<String> warnings(SessionHost.Input host) {
        List<String> warnings = new ArrayList<>(SessionWarnings.of(terms.policy(), host.files()));
        if (host.platform().root().isEmpty() && host.files().certificates().all().size() > 1) {
            warnings.add(
                    "The platform's other certificates are ignored with --unverified. To verify the"
                            + " chain, give all certificates with --sev, without --unverified.");
        }
        return warnings;
    }

    private synchronized void tell(Result result, int of) {
        done++;
        if (of > 1) {
            progress.println(
                    "[%d/%d] %s: %s"
                            .formatted(
                                    done,
                                    of,
                                    result.order().host().label(),
                                    result instanceof Success ? "made" : "failed"));
        }
    }
}
