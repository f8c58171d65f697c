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

/** Makes sessions for several hosts at once; one that fails does not touch the others. */
final class SessionBatch {
    /** The terms that apply to every host. */
    record Terms(SevPolicy policy, GodhSignature signature, boolean overwrite) {}

    /** One host, and where its session goes. */
    record Order(SessionHost host, SessionFiles files) {}

    /** The result for one host. */
    public sealed interface Result {
        Order order();
    }

    /**
     * A session that was made.
     *
     * @param warnings full sentences
     */
    record Success(Order order, SessionRequest.Result done, List<String> warnings)
            implements Result {}

    /** A host for which nothing was written. */
    record Failure(Order order, ProblemException why) implements Result {}

    private final OwnerSession owner;
    private final Terms terms;
    private final PrintWriter progress;
    private int done;

    /**
     * @param progress gets a line for each host that is done, if there are several
     */
    SessionBatch(OwnerSession owner, Terms terms, PrintWriter progress) {
        this.owner = owner;
        this.terms = terms;
        this.progress = progress;
    }

    /** The results in the order of the hosts. */
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
