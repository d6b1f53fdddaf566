import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordReserved,
    `T alignas alignof and and_eq asm auto bitand bitor bool case catch char char16_t char32_t class compl const
    const_cast constexpr decltype default delete do double dynamic_cast enum explicit export extern false float friend
    functions generated goto in inline long model mutable namespace new noexcept not not_eq nullptr operator or or_eq
    parameters private protected public quantities register reinterpret_cast repeat short signed sizeof static
    static_assert static_cast struct switch target template then this thread_local throw transformed true try typedef
    typeid typename union unsigned until using var virtual volatile wchar_t xor xor_eq`,
  ],
  [
    Token.KeywordType,
    `array cholesky_factor_corr cholesky_factor_cov complex corr_matrix cov_matrix data int matrix ordered positive_ordered
    real row_vector simplex unit_vector vector void`,
  ],
  [Token.Keyword, 'break continue else for if print reject return while'],
  [Token.NameAttribute, 'lower upper'],
);

const FUNCTIONS = wordTable(
  [
    Token.NameBuiltin,
    `Phi Phi_approx abs acos acosh add_diag algebra_solver algebra_solver_newton append_array append_col append_row arg
    asin asinh atan atan2 atanh bernoulli bernoulli_lccdf bernoulli_lcdf bernoulli_logit bernoulli_logit_glm
    bernoulli_logit_glm_lpmf bernoulli_logit_glm_lupmf bernoulli_logit_glm_rng bernoulli_logit_lpmf
    bernoulli_logit_lupmf bernoulli_logit_rng bernoulli_lpmf bernoulli_lupmf bernoulli_rng bessel_first_kind
    bessel_second_kind beta beta_binomial beta_binomial_lccdf beta_binomial_lcdf beta_binomial_lpmf beta_binomial_lupmf
    beta_binomial_rng beta_lccdf beta_lcdf beta_lpdf beta_proportion beta_proportion_lccdf beta_proportion_lcdf
    beta_proportion_rng beta_rng binary_log_loss binomial binomial_lccdf binomial_lcdf binomial_logit
    binomial_logit_lpmf binomial_logit_lupmf binomial_lpmf binomial_lupmf binomial_rng block categorical
    categorical_logit_glm categorical_logit_glm_lpmf categorical_logit_glm_lupmf categorical_lpmf categorical_lupmf
    categorical_rng cauchy cauchy_lccdf cauchy_lcdf cauchy_lpdf cauchy_rng cbrt ceil chi_square chi_square_lccdf
    chi_square_lcdf chi_square_lpdf chi_square_rng chol2inv choose col cols columns_dot_product columns_dot_self conj
    cos cosh cov_exp_quad crossprod csr_extract_u csr_extract_v csr_extract_w csr_matrix_times_vector
    csr_to_dense_matrix cumulative_sum determinant diag_matrix diag_post_multiply diag_pre_multiply diagonal digamma
    dims dirichlet dirichlet_lpdf dirichlet_rng discrete_range discrete_range_lccdf discrete_range_lcdf
    discrete_range_lpmf discrete_range_lupmf discrete_range_rng distance dot_product dot_self double_exponential
    double_exponential_lccdf double_exponential_lcdf double_exponential_lpdf double_exponential_rng eigenvalues_sym
    eigenvectors_sym erf erfc exp exp2 exp_mod_normal exp_mod_normal_lccdf exp_mod_normal_lcdf exp_mod_normal_lpdf
    exp_mod_normal_rng expm1 exponential exponential_lccdf exponential_lcdf exponential_lpdf exponential_rng fabs
    falling_factorial fdim floor fma fmax fmin fmod frechet frechet_lccdf frechet_lcdf frechet_lpdf frechet_rng gamma
    gamma_lccdf gamma_lcdf gamma_lpdf get_lp gamma_p gamma_q gamma_rng gaussian_dlm_obs gaussian_dlm_obs_lpdf
    generalized_inverse get_imag get_real gumbel gumbel_lccdf gumbel_lcdf gumbel_lpdf gumbel_rng head
    hmm_hidden_state_prob hmm_latent_rng hmm_marginal hypergeometric hypergeometric_lpmf hypergeometric_lupmf
    hypergeometric_rng hypot identity_matrix inc_beta int_step integrate_1d integrate_ode integrate_ode_adams
    integrate_ode_bdf integrate_ode_rk45 inv inv_Phi inv_chi_square inv_chi_square_lccdf inv_chi_square_lcdf
    inv_chi_square_lpdf inv_chi_square_rng inv_cloglog inv_gamma inv_gamma_lccdf inv_gamma_lcdf inv_gamma_lpdf
    inv_gamma_rng inv_logit inv_sqrt inv_square inv_wishart inv_wishart_lpdf inv_wishart_rng inverse inverse_spd is_inf
    is_nan lambert_w0 lambert_wm1 lbeta lchoose ldexp lgamma linspaced_array linspaced_int_array linspaced_row_vector
    linspaced_vector lkj_corr lkj_corr_cholesky lkj_corr_cholesky_lpdf lkj_corr_cholesky_rng lkj_corr_lpdf lkj_corr_rng
    lmgamma lmultiply log log10 log1m log1m_exp log1m_inv_logit log1p log1p_exp log2 log_determinant log_diff_exp
    log_falling_factorial log_inv_logit log_inv_logit_diff log_mix log_modified_bessel_first_kind log_rising_factorial
    log_softmax log_sum_exp logistic logistic_lccdf logistic_lcdf logistic_lpdf logistic_rng logit lognormal
    lognormal_lccdf lognormal_lcdf lognormal_lpdf lognormal_rng map_rect matrix_exp matrix_exp_multiply matrix_power max
    mdivide_left_spd mdivide_left_tri_low mdivide_right_spd mdivide_right_tri_low mean min modified_bessel_first_kind
    modified_bessel_second_kind multi_gp multi_gp_cholesky multi_gp_cholesky_lpdf multi_gp_lpdf multi_normal
    multi_normal_cholesky multi_normal_cholesky_lpdf multi_normal_cholesky_rng multi_normal_lpdf multi_normal_prec
    multi_normal_prec_lpdf multi_normal_rng multi_student_t multi_student_t_lpdf multi_student_t_rng multinomial
    multinomial_logit multinomial_logit_lpmf multinomial_logit_lupmf multinomial_logit_rng multinomial_lpmf
    multinomial_lupmf multinomial_rng multiply_lower_tri_self_transpose neg_binomial neg_binomial_2 neg_binomial_2_lccdf
    neg_binomial_2_lcdf neg_binomial_2_log neg_binomial_2_log_glm neg_binomial_2_log_glm_lpmf
    neg_binomial_2_log_glm_lupmf neg_binomial_2_log_lpmf neg_binomial_2_log_lupmf neg_binomial_2_log_rng
    neg_binomial_2_lpmf neg_binomial_2_lupmf neg_binomial_2_rng neg_binomial_lccdf neg_binomial_lcdf neg_binomial_lpmf
    neg_binomial_lupmf neg_binomial_rng norm normal normal_id_glm normal_id_glm_lpdf normal_lccdf normal_lcdf normal_log
    normal_lpdf normal_rng num_elements ode_adams ode_adams_tol ode_adjoint_tol_ctl ode_bdf ode_bdf_tol ode_ckrk
    ode_ckrk_tol ode_rk45 ode_rk45_tol one_hot_array one_hot_int_array one_hot_row_vector one_hot_vector ones_array
    ones_int_array ones_row_vector ones_vector ordered_logistic ordered_logistic_glm ordered_logistic_glm_lpmf
    ordered_logistic_glm_lupmf ordered_logistic_lpmf ordered_logistic_lupmf ordered_logistic_rng ordered_probit
    ordered_probit_lpmf ordered_probit_lupmf ordered_probit_rng owens_t pareto pareto_lccdf pareto_lcdf pareto_lpdf
    pareto_rng pareto_type_2 pareto_type_2_lccdf pareto_type_2_lcdf pareto_type_2_lpdf pareto_type_2_rng poisson
    poisson_lccdf poisson_lcdf poisson_log poisson_log_glm poisson_log_glm_lpmf poisson_log_glm_lupmf poisson_log_lpmf
    poisson_log_lupmf poisson_log_rng poisson_lpmf poisson_lupmf poisson_rng polar pow prod proj qr_Q qr_R qr_thin_Q
    qr_thin_R quad_form quad_form_diag quad_form_sym quantile rank rayleigh rayleigh_lccdf rayleigh_lcdf rayleigh_lpdf
    rayleigh_rng reduce_sum reduce_sum_static rep_array rep_matrix rep_row_vector rep_vector reverse rising_factorial
    round row rows rows_dot_product rows_dot_self scale_matrix_exp_multiply scaled_inv_chi_square
    scaled_inv_chi_square_lccdf scaled_inv_chi_square_lcdf scaled_inv_chi_square_lpdf scaled_inv_chi_square_rng sd
    segment sin singular_values sinh size skew_double_exponential skew_double_exponential_lccdf
    skew_double_exponential_lcdf skew_double_exponential_lpdf skew_double_exponential_rng skew_normal skew_normal_lccdf
    skew_normal_lcdf skew_normal_lpdf skew_normal_rng softmax sort_asc sort_desc sort_indices_asc sort_indices_desc sqrt
    square squared_distance std_normal std_normal_lccdf std_normal_lcdf std_normal_log std_normal_lpdf std_normal_rng
    step student_t student_t_lccdf student_t_lcdf student_t_lpdf student_t_rng sub_col sub_row sum svd_U svd_V
    symmetrize_from_lower_tri tail tan tanh target tcrossprod tgamma to_array_1d to_array_2d to_complex to_matrix
    to_row_vector to_vector trace trace_gen_quad_form trace_quad_form trigamma trunc uniform uniform_lccdf uniform_lcdf
    uniform_lpdf uniform_rng uniform_simplex variance von_mises von_mises_lccdf von_mises_lcdf von_mises_lpdf
    von_mises_rng weibull weibull_lccdf weibull_lcdf weibull_lpdf weibull_rng wiener wiener_lpdf wishart wishart_lpdf
    wishart_rng zeros_array zeros_int_array zeros_row_vector zeros_vector`,
  ],
  [Token.KeywordConstant, 'e machine_precision negative_infinity not_a_number pi positive_infinity sqrt2'],
);

/** Stan. Rouge fails at a string; here it is one. */
export const stan = defineLexer({
  tag: 'stan',
  states: () => ({
    root: [
      [/(?:transformed\s+)?(?:data|parameters)|generated\s+quantities|functions|model/, Token.NameNamespace],
      include('code'),
    ],
    code: [
      [/\{/, Token.Punctuation, 'braces'],
      [/\(/, Token.Punctuation, 'parentheses'],
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/(#include)(?!\w)(?:([ \t]+)(\S+)|)/, [Token.CommentPreproc, Token.Text, Token.CommentPreprocFile]],
      [/#[^\n]*/, Token.GenericDeleted],
      [/[A-Za-z_]\w*(?=\([^;)]{0,500}\))/, byWord(FUNCTIONS, Token.NameFunction)],
      [/[A-Za-z_]\w*\b/, byWord(WORDS, Token.NameVariable)],
      [/[A-Za-z_]\w*/, Token.NameVariable],
      [/"[^"\n]*"?/, Token.StringDouble],
      [/\d*\.\d+(?:e[+-]?\d+)?i?|\d+\.e[+-]?\d+i?|\d+(?:e[+-]?\d+i?|i)/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [/\*\//, Token.Error],
      [/&&|\|\||\.\*|\.\/|\.\^|\.[+-]|<-|[-+*/\\^!=<>?:~']/, Token.Operator],
      [/[[\],;.|]/, Token.Punctuation],
    ],
    braces: [[/\}/, Token.Punctuation, '#pop'], include('code')],
    parentheses: [[/\)/, Token.Punctuation, '#pop'], include('code')],
  }),
});
