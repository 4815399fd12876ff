import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Stores","description":"Stores, their owners and clerks.","frontmatter":{"title":"Stores","description":"Stores, their owners and clerks.","layout":"category","view":{"title":"Stores","description":"Stores, their owners and clerks.","operations":[{"id":"contactWayStoreBatchAdd","title":"Create stores","method":"POST","path":"/open-api/contact_way/store/batch_add","call":"contactWay.storeBatchAdd"},{"id":"contactWayStoreBatchUpdate","title":"Update stores","method":"POST","path":"/open-api/contact_way/store/batch_update","call":"contactWay.storeBatchUpdate"},{"id":"contactWayStoreList","title":"List stores","method":"GET","path":"/open-api/contact_way/store/list","call":"contactWay.storeList"}]}},"headers":[],"relativePath":"en/categories/stores.md","filePath":"en/categories/stores.md"}');
const _sfc_main = { name: "en/categories/stores.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/stores.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const stores = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  stores as default
};
