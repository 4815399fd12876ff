import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Customer points","description":"The points that customers collect.","frontmatter":{"title":"Customer points","description":"The points that customers collect.","layout":"category","view":{"title":"Customer points","description":"The points that customers collect.","operations":[{"id":"externalUserIntegralList","title":"Get the points of several customers","method":"POST","path":"/open-api/external_user/integral/list","call":"externalUser.integralList"},{"id":"externalUserIntegralRecordList","title":"List one customer's points records","method":"GET","path":"/open-api/external_user/integral/record/list","call":"externalUser.integralRecordList"},{"id":"integralBatchUpdate","title":"Add points to several customers, or take them away","method":"POST","path":"/open-api/integral/batch/update","call":"integral.batchUpdate"}]}},"headers":[],"relativePath":"en/categories/customer-points.md","filePath":"en/categories/customer-points.md"}`);
const _sfc_main = { name: "en/categories/customer-points.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/customer-points.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerPoints = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerPoints as default
};
