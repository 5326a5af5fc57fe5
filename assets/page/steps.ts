/** A person who is signed in. The tokens stay in this object, in the page's memory. */
export interface SignedIn {
    /** As the page greets the person. */
    readonly name: string;
    readonly accessToken: string;
    /** Makes the tokens worthless that the sign-in gave. */
    revoke(): Promise<void>;
    /** Where the browser goes afterwards, to end the sign-in there as well. Default: nowhere. */
    readonly signOutUrl?: string;
}

/** What a sign-in wants next. A wrong answer rejects, and may be given again. */
export type Step =
    | { readonly kind: "new-password"; answer(password: string): Promise<Step> }
    | {
          readonly kind: "set-up-code";
          readonly secret: string;
          readonly link: string;
          answer(code: string): Promise<Step>;
      }
    | { readonly kind: "code"; answer(code: string): Promise<Step> }
    | { readonly kind: "signed-in"; readonly person: SignedIn };
