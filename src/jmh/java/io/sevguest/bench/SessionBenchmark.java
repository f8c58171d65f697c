package io.sevguest.bench;

import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.SealedSession;
import io.sevguest.session.OwnerSession;
import io.sevguest.session.PlatformKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyAgreement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sessions per second on one core, compared with the JDK's key agreement on P-384 alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SessionBenchmark {
    private final OwnerSession owner = new OwnerSession(new SecureRandom(), Clock.systemUTC());
    private KeyPair own;
    private PlatformKey platform;

    @Setup
    public void make() throws GeneralSecurityException, ProblemException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        own = generator.generateKeyPair();
        ECPublicKey pdh = (ECPublicKey) generator.generateKeyPair().getPublic();
        platform = PlatformKey.of("PDH", SevCertificate.ofGuestOwner(pdh).withApi(1, 55));
    }

    /** Measures a complete session: a new key, the agreement, derivation, wrapping and both MACs. */
    @Benchmark
    public int session() {
        try (SealedSession made = owner.make(platform, new SevPolicy(5), GodhSignature.NONE)) {
            return made.godh().toBytes().size() + made.blob().toBytes().size();
        }
    }

    /** Measures the key agreement alone. */
    @Benchmark
    public byte[] keyAgreement() throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(platform.key(), true);
        return agreement.generateSecret();
    }
}
