/**
 * Names AWS gives to services and to what its customers put there. Behind the firewall AWS is reached through VPC
 * endpoints, whose policies know accounts; a name under these knows none, and leads to every customer's buckets, APIs and
 * machines.
 *
 * AWS publishes no such list. The names of the Public Suffix List's Amazon section are in it (compared 2026-11-21); the
 * others are names of AWS's consoles, sign-in, developer tools and hosting as known to the authors, each refused rather
 * than trusted.
 */
export const AWS_NAMES: readonly string[] = [
    "a2z.com",
    "amazoncognito.com",
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "amazonwebservices.com.cn",
    "amplifyapp.com",
    "aws",
    "aws.amazon.com",
    "aws.dev",
    "awsapprunner.com",
    "awsapps.com",
    "awsglobalaccelerator.com",
    "cloudfront.net",
    "elasticbeanstalk.com",
];

/**
 * Hosts that serve every customer's things under one name, told apart by path only, which TLS hides.
 * Chosen by the authors; not complete.
 */
export const ONE_HOST_FOR_ALL: readonly string[] = [
    "commondatastorage.googleapis.com",
    "firebasestorage.googleapis.com",
    "storage.cloud.google.com",
    "storage.googleapis.com",
    "www.googleapis.com",
];

/**
 * Names under which everybody gets a name of their own. One exact host below them belongs to somebody and may be listed; all
 * of them together belong to anybody. Not complete, and cannot be: it holds what data scientists meet.
 * Source: Public Suffix List, private domains. 2026-11-21.
 */
export const NAMES_FOR_ALL: readonly string[] = [
    "aliyuncs.com",
    "appspot.com",
    "azureedge.net",
    "azurefd.net",
    "azurewebsites.net",
    "backblazeb2.com",
    "blob.core.windows.net",
    "blogspot.com",
    "cloudapp.azure.com",
    "cloudapp.net",
    "cloudfunctions.net",
    "digitaloceanspaces.com",
    "dfs.core.windows.net",
    "fastly.net",
    "file.core.windows.net",
    "firebaseapp.com",
    "fly.dev",
    "github.io",
    "gitlab.io",
    "googleapis.com",
    "herokuapp.com",
    "hf.space",
    "myqcloud.com",
    "netlify.app",
    "ngrok-free.app",
    "ngrok.app",
    "ngrok.io",
    "onrender.com",
    "oraclecloud.com",
    "pages.dev",
    "r2.cloudflarestorage.com",
    "r2.dev",
    "run.app",
    "trycloudflare.com",
    "vercel.app",
    "wasabisys.com",
    "web.app",
    "web.core.windows.net",
    "workers.dev",
];

/** Second-level names of country registries, such as co.uk and com.au, under which everybody registers. */
export const REGISTRY = /^(ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;
